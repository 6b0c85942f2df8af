package com.texchange.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process manager's list of all onboardings. */
@IntegrationTest
class OnboardingsViewIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;

    @Test
    void aProcessManagerFindsAnyOnboardingAndItsStory() {
        Actor distributor = people.distributor(2);
        OnboardingId id = journey.accepting(people.supplier(), distributor);
        SignedIn.as(people.processManager(), "ru");
        open("onboardings/" + id);
        assertThat(words()).contains("История", "Ждём, когда дистрибьютор примет приглашение или откажется");

        test(find(TextField.class).single()).setValue(distributor.email().value());

        assertThat(test(find(OnboardingGrid.class).single()).size()).isEqualTo(1);
        assertThat(hasButton("Отозвать")).isFalse();
    }
}
