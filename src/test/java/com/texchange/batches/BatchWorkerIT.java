package com.texchange.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.RefusedException;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.onboarding.InviteRequest;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The worker is called by hand, while the batch's own task waits for the end of the time for second thoughts. */
@IntegrationTest
class BatchWorkerIT {

    private static final int ROWS = 2 * RowByRow.ROWS_AT_ONCE + 5;
    @Autowired
    Batches batches;
    @Autowired
    BatchWorker worker;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
    }

    @Test
    void undoneInTimeNothingIsLeft() {
        BatchId id = invite(ROWS);
        assertThat(batches.find(id, supplier).orElseThrow().untilStart()).isPositive();

        batches.undo(id, supplier);

        assertThat(batches.find(id, supplier)).isEmpty();
        assertThat(jdbc.sql("select count(*) from batch_row where batch_id = ?").param(id.value())
                .query(Integer.class).single()).isZero();
        assertThat(worker.step(id, 1)).isFalse();
        assertThat(onboardings()).isZero();
    }

    @Test
    void whatHasBegunCanBeStoppedButNotUndone() {
        BatchId id = invite(ROWS);
        assertThat(worker.step(id, 1)).isTrue();

        assertThatThrownBy(() -> batches.undo(id, supplier))
                .isInstanceOf(RefusedException.class).hasMessage("batches.refused.begun");
        batches.stop(id, supplier);

        assertThat(worker.step(id, 1)).isFalse();
        Batch stopped = batches.find(id, supplier).orElseThrow();
        assertThat(stopped.state()).isEqualTo(Batch.State.STOPPED);
        assertThat(stopped.done()).isEqualTo(RowByRow.ROWS_AT_ONCE).isEqualTo(onboardings());
        assertThat(stopped.waiting()).isEqualTo(ROWS - RowByRow.ROWS_AT_ONCE);

        batches.resume(id, people.colleague(supplier));
        awaitFinished(id);
        assertThat(onboardings()).isEqualTo(ROWS);
        // The task of the first run comes late.
        assertThat(worker.step(id, 1)).isFalse();
    }

    @Test
    void aCrashInTheMiddleLosesAndDoublesNothing() {
        BatchId id = invite(ROWS);
        worker.step(id, 1);
        // What was done when it broke off is not committed.
        transaction.executeWithoutResult(status -> {
            worker.step(id, 1);
            assertThat(onboardings()).isEqualTo(2 * RowByRow.ROWS_AT_ONCE);
            status.setRollbackOnly();
        });
        assertThat(onboardings()).isEqualTo(RowByRow.ROWS_AT_ONCE);
        assertThat(batches.find(id, supplier).orElseThrow().done()).isEqualTo(RowByRow.ROWS_AT_ONCE);

        workTwiceAtOnce(id);

        Batch finished = batches.find(id, supplier).orElseThrow();
        assertThat(finished.state()).isEqualTo(Batch.State.FINISHED);
        assertThat(finished.done()).isEqualTo(ROWS);
        assertThat(finished.refused()).isZero();
        assertThat(onboardings()).isEqualTo(ROWS);
        assertThat(worker.step(id, 1)).isFalse();
    }

    /** As two instances would, one of which takes the other for dead. */
    private void workTwiceAtOnce(BatchId id) {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(workers.submit(() -> {
                    while (worker.step(id, 1)) {
                        Thread.onSpinWait();
                    }
                }));
            }
            both.forEach(one -> assertThat(one).succeedsWithin(Duration.ofMinutes(1)));
        }
    }

    @Test
    void aRefusedRowTakesNothingOfTheOthersWithIt() {
        List<BatchRow> rows = new ArrayList<>(rows(5));
        String known = TestPeople.anyEmail();
        journey.invite(supplier, known);
        rows.add(2, row(100, known));
        BatchId id = batches.start(InvitationBatches.INVITE, rows, Map.of(), supplier);

        worker.step(id, 1);

        assertThat(batches.find(id, supplier).orElseThrow()).extracting(Batch::done, Batch::refused)
                .containsExactly(5, 1);
        assertThat(batches.rows(id, new BatchRowFilter("", BatchRow.State.REFUSED), 0, 10, supplier)).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(100);
            assertThat(row.refusal()).extracting(Refusal::key).isEqualTo("onboarding.refused.underWay");
            assertThat(row.refusal().arguments()).first().isEqualTo(known);
        });
        assertThat(onboardings()).isEqualTo(6);
    }

    @Test
    void whoMayNoLongerInviteInvitesNobody() {
        BatchId id = invite(3);
        jdbc.sql("update account set enabled = false where id = ?").param(supplier.id().value()).update();

        worker.step(id, 1);

        assertThat(batches.rows(id, BatchRowFilter.NONE, 0, 10, supplier)).hasSize(3)
                .allSatisfy(row -> assertThat(row.refusal())
                        .isEqualTo(Refusal.of("batches.refused.notAllowed")));
        assertThat(onboardings()).isZero();
    }

    @Test
    void startedAtOnceItRunsByItself() {
        BatchId id = invite(3);

        batches.startNow(id, supplier);

        awaitFinished(id);
        assertThat(onboardings()).isEqualTo(3);
    }

    @Test
    void tooManyRowsAreRefused() {
        List<BatchRow> rows = rows(Batches.MAX_ROWS + 1);

        assertThatThrownBy(() -> batches.start(InvitationBatches.INVITE, rows, Map.of(), supplier))
                .isInstanceOf(RefusedException.class).hasMessage("batches.refused.tooMany");
    }

    private void awaitFinished(BatchId id) {
        await().until(() -> batches.find(id, supplier).orElseThrow().state(),
                state -> state == Batch.State.FINISHED);
    }

    private BatchId invite(int count) {
        return batches.start(InvitationBatches.INVITE, rows(count), Map.of(), supplier);
    }

    private static List<BatchRow> rows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(line -> row(line, TestPeople.anyEmail())).toList();
    }

    private static BatchRow row(int line, String email) {
        return InvitationBatches.row(line, null, new InviteRequest("ООО «Ромашка " + line + "»", email, null, "Казань",
                Languages.RUSSIAN), null);
    }

    private int onboardings() {
        return jdbc.sql("select count(*) from onboarding where supplier_id = ?")
                .param(supplier.companyId().value()).query(Integer.class).single();
    }
}
