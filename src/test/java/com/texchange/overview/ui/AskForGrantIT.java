package com.texchange.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.grants.GrantDecisions;
import com.texchange.grants.GrantRequestInfo;
import com.texchange.grants.GrantRequests;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantVersion;
import com.texchange.onboarding.Journey;
import com.texchange.tasks.Tasks;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supplier sees in a distributor's details what it may do with its licenses, and asks for more. */
@IntegrationTest
class AskForGrantIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    GrantRequests requests;
    @Autowired
    GrantDecisions decisions;
    @Autowired
    Tasks tasks;
    private Actor supplier;
    private Actor distributor;
    private CompanyId company;

    @BeforeEach
    void connecting() {
        supplier = people.supplier();
        distributor = people.distributor(1);
        company = distributor.companyAs(Role.DISTRIBUTOR);
        OnboardingId id = journey.connecting(supplier, distributor);
        SignedIn.as(supplier, "ru");
        open("exchange/distributors/" + id);
    }

    @Test
    void itAsksAndHearsTheAnswerFromTheProcess() {
        assertThat(words()).contains("Дистрибьютор не разрешил Вам управлять его лицензиями.");
        click("Запросить управление лицензиями");
        click("Отправить запрос");
        assertThat(words()).contains("Запрос ждёт решения дистрибьютора. " + supplier.name());

        GrantRequestInfo request = requests.open(company, supplier).orElseThrow();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInSameThread()
                .until(() -> tasks.findOpen(GrantDecisions.TASK, request.id().value()).isPresent());
        decisions.grant(request.id(), GrantVersion.NONE, GrantTerms.ALL, distributor);

        awaitWords("Вам разрешено: подключать, отключать, переносить на другие устройства; без срока.");
        awaitWords("Дистрибьютор разрешил поставщику управлять лицензиями");
        assertThat(words()).contains("у дистрибьютора запрошено управление лицензиями")
                .doesNotContain(distributor.name());
    }

    @Test
    void itTakesTheRequestBack() {
        requests.ask(company, GrantTerms.ALL, supplier);
        awaitWords("Запрос ждёт решения дистрибьютора.");
        click("Отозвать запрос");

        assertThat(requests.open(company, supplier)).isEmpty();
        assertThat(hasButton("Запросить управление лицензиями")).isTrue();
    }
}
