package com.texchange.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An action that takes some rows together, in statements for all of them, instead of one by one. */
@IntegrationTest
class SetBasedActionIT {

    private static final BatchKind KIND = new BatchKind("RENAME_TOGETHER");
    private static final UUID SUBJECT = UUID.randomUUID();
    private static final int AT_ONCE = 3;
    @Autowired
    BatchStore store;
    @Autowired
    Accounts accounts;
    @Autowired
    ChangeFeed changes;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    TestPeople people;
    private final List<List<BatchRow>> taken = new ArrayList<>();
    private final BatchId id = BatchId.random();
    private Actor supplier;

    @BeforeEach
    void keepABatchOfFiveRows() {
        supplier = people.supplier();
        transaction.executeWithoutResult(status -> {
            store.insert(id, KIND, supplier.companyId(), supplier.id(), Map.of("to", "Лютик"), clock.instant(),
                    clock.instant(), 5);
            store.insertRows(id, IntStream.rangeClosed(1, 5).mapToObj(line ->
                    BatchRow.waiting(line, null, "Ромашка " + line, Map.of("color", "white"))).toList());
        });
    }

    @Test
    void itsRowsAreTakenTogetherAndEachHasItsResult() {
        BatchWorker worker = worker((rows, parameters, actor) -> {
            assertThat(parameters).containsExactly(Map.entry("to", "Лютик"));
            assertThat(actor.id()).isEqualTo(supplier.id());
            taken.add(rows);
            return rows.stream().<RowResult>map(row -> row.line() == 2 ? Refusal.of("test.refused", "because", 7)
                    : new RowResult.Done(SUBJECT, Map.of("size", "small"))).toList();
        });

        assertThat(step(worker)).isTrue();
        assertThat(step(worker)).isFalse();

        assertThat(taken).extracting(List::size).containsExactly(AT_ONCE, 2);
        List<BatchRow> rows = store.rows(id, BatchRowFilter.NONE, 0, 10);
        assertThat(rows).filteredOn(row -> row.line() != 2).hasSize(4).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(BatchRow.State.DONE);
            assertThat(row.subject()).isEqualTo(SUBJECT);
            assertThat(row.details()).isEqualTo(Map.of("color", "white", "size", "small"));
            assertThat(row.refusal()).isNull();
        });
        assertThat(rows.get(1)).isEqualTo(new BatchRow(2, null, "Ромашка 2", Map.of("color", "white"),
                BatchRow.State.REFUSED, new Refusal("test.refused", List.of("because", "7"))));
        assertThat(batch()).extracting(Batch::state, Batch::done, Batch::refused)
                .containsExactly(Batch.State.FINISHED, 4, 1);
    }

    @Test
    void ifItFailsNothingHasHappenedToAnyOfThem() {
        BatchWorker failing = worker((rows, parameters, actor) -> {
            jdbc.sql("update company set city = 'Казань' where id = ?").param(actor.companyId().value()).update();
            throw new IllegalStateException("a mistake");
        });
        BatchWorker forgetful = worker((rows, parameters, actor) -> List.of(RowResult.done()));

        assertThatThrownBy(() -> step(failing)).hasMessage("a mistake");
        assertThatThrownBy(() -> step(forgetful)).isInstanceOf(IllegalStateException.class);

        assertThat(store.countRows(id, new BatchRowFilter("", BatchRow.State.WAITING))).isEqualTo(5);
        assertThat(batch()).extracting(Batch::done, Batch::refused).containsExactly(0, 0);
        assertThat(jdbc.sql("select count(*) from company where id = ? and city = 'Казань'")
                .param(supplier.companyId().value()).query(Integer.class).single()).isZero();
    }

    private BatchWorker worker(BatchAction.Step step) {
        BatchActions actions = new BatchActions(List.of(BatchAction.of(KIND, Role.SUPPLIER, AT_ONCE, step)));
        return new BatchWorker(store, actions, accounts, changes, clock);
    }

    private boolean step(BatchWorker worker) {
        return Boolean.TRUE.equals(transaction.execute(status -> worker.step(id, 1)));
    }

    private Batch batch() {
        return store.find(id, supplier.companyId()).orElseThrow();
    }
}
