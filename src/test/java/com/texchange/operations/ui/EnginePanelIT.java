package com.texchange.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Beginning the process of one onboarding, with an engine whose answers the test chooses. */
@WithoutProcess
class EnginePanelIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    private Actor supplier;

    @BeforeEach
    void processManager() {
        supplier = people.supplier();
        SignedIn.as(people.processManager(), "ru");
    }

    @Test
    void anOnboardingUnderWayIsFoundBehindManyThatHaveEnded() {
        String word = "behind" + UUID.randomUUID().toString().substring(0, 8);
        journey.invite(supplier, word + "@example.com");
        for (int later = 0; later < 50; later++) {
            invitations.revoke(journey.invite(supplier, word + "x" + later + "@example.com"), "Проверено", supplier);
        }
        open("processes/engine");

        test(find(TextField.class).single()).setValue(word);

        assertThat(words()).doesNotContain("Незавершённых подключений не найдено");
        assertThat(hasButton("Восстановить")).isTrue();
    }
}
