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
import java.util.ArrayList;
import java.util.List;
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

    /** The page's new address is on its way through the browser; a search that was typed before the click comes after it. */
    @Test
    void whatIsSearchedWhileARowIsBeingOpenedLeavesItOpen() {
        Actor distributor = people.distributor(2);
        OnboardingId id = journey.accepting(people.supplier(), distributor);
        SignedIn.as(people.processManager(), "ru");
        open("onboardings?text=" + distributor.email());
        List<ListAddress> asked = new ArrayList<>();
        find(OnboardingBrowser.class).single().onGo(asked::add);

        test(find(OnboardingGrid.class).single()).clickRow(0);
        test(find(TextField.class).single()).setValue("другое");

        assertThat(asked).extracting(ListAddress::open).containsExactly(id, id);
        assertThat(asked.getLast().filter().text()).isEqualTo("другое");
    }
}
