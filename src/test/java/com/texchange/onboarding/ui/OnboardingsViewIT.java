package com.texchange.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OnboardingsViewIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;

    @ParameterizedTest
    @CsvSource({
        "ru, Восстановить процессы, Незавершённых процессов",
        "en, Re-create lost processes, Processes under way"})
    void aProcessManagerHasLostProcessesBegunAnew(String language, String command, String done) {
        OnboardingId underWay = journey.invite(people.supplier(), TestPeople.anyEmail());
        SignedIn.as(people.processManager(), language);
        open("onboardings");

        click(command);
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(words()).contains(done);
        assertThat(journey.stage(underWay).isUnderWay()).isTrue();
    }
}
