package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked of a distributor stands in the order of its deadlines, whatever the suppliers are called. */
@IntegrationTest
class DeadlinesIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    SupplierCards cards;
    @Autowired
    DistributorAgenda agenda;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    JdbcClient jdbc;
    private Actor distributor;
    private Actor chosenFor;
    private OnboardingId connected;
    private OnboardingId late;
    private OnboardingId soon;
    private OnboardingId equallySoon;
    private OnboardingId choose;

    @BeforeEach
    void suppliersWhoseNamesAndDeadlinesDiffer() {
        distributor = people.distributor(2);
        chosenFor = supplier("Юнга");
        connected = journey.connected(supplier("Абрикос"), distributor, 1);
        late = journey.accepting(supplier("Альфа"), distributor);
        soon = journey.accepting(supplier("Яхта"), distributor);
        equallySoon = journey.accepting(supplier("Эхо"), distributor);
        choose = journey.connecting(chosenFor, distributor);
        jdbc.sql("update onboarding set expires_at = date_trunc('day', now()) + make_interval(days => ?) where id = ?")
                .params(40, late.value()).update();
        jdbc.sql("update onboarding set expires_at = date_trunc('day', now()) + interval '9 days' where id in (?, ?)")
                .params(soon.value(), equallySoon.value()).update();
    }

    @AfterEach
    void decide() {
        List.of(late, soon, equallySoon).forEach(id -> acceptance.decline(id, "Нет", distributor));
        orders.place(Requests.connect(chosenFor.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 2), distributor),
                distributor);
        journey.awaitStage(choose, Stage.CONNECTED);
    }

    @Test
    void cardsAndAgendaBeginWithWhatIsDueFirst() {
        chosenBy(3);
        assertThat(cardIds()).containsExactly(choose, equallySoon, soon, late, connected);
        assertThat(asked()).containsExactly(choose, equallySoon, soon, late);

        chosenBy(20);
        assertThat(cardIds()).containsExactly(equallySoon, soon, choose, late, connected);
        assertThat(asked()).containsExactly(equallySoon, soon, choose, late);
    }

    @Test
    void theCardOfLicensesToChooseTellsByWhen() {
        chosenBy(3);

        assertThat(cards.page(SupplierCardFilter.NONE, 10, distributor)).filteredOn(card -> card.chooseBy() != null)
                .extracting(SupplierCard::id).containsExactly(choose);
        assertThat(agenda.now(distributor)).allSatisfy(item -> assertThat(item.dueAt()).isNotNull());
    }

    private List<OnboardingId> cardIds() {
        return cards.page(SupplierCardFilter.NONE, 10, distributor).stream().map(SupplierCard::id).toList();
    }

    private List<OnboardingId> asked() {
        return agenda.now(distributor).stream().map(AgendaItem::onboarding).toList();
    }

    private void chosenBy(int days) {
        jdbc.sql("update user_task set due_at = now() + make_interval(days => ?) where subject_id = ? and element_id = ?")
                .params(days, choose.value(), OnboardingTasks.CONNECT).update();
    }

    private Actor supplier(String name) {
        Actor supplier = people.supplier();
        jdbc.sql("update company set name = ? where id = ?").params(name, supplier.companyId().value()).update();
        return supplier;
    }
}
