package com.texchange.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.texchange.common.Actor;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.textfield.TextField;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Beginning the process of one onboarding, with an engine whose answers the test chooses. */
@WithoutProcess
class EnginePanelIT extends Page {

    @Autowired
    CamundaClient client;
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

    @Test
    void whatTheEngineDidNotTakeCanBeAskedForAgain() {
        String email = TestPeople.anyEmail();
        journey.invite(supplier, email);
        when(client.newDeployResourceCommand()).thenThrow(new ClientStatusException(Status.UNAVAILABLE, null));
        open("processes/engine");
        test(find(TextField.class).single()).setValue(email);

        click("Восстановить");

        until(() -> notices().stream().anyMatch(notice -> notice.contains("Camunda сейчас недоступна")));
        assertThat(button("Восстановить").isEnabled()).isTrue();
    }
}
