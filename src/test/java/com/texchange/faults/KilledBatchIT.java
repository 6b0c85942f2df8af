package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchId;
import com.texchange.batches.BatchRow;
import com.texchange.batches.BatchRowFilter;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.invitelists.InvitationLists;
import com.texchange.invitelists.InviteeColumn;
import com.texchange.local.LocalServers;
import com.texchange.testing.OnlyClicks;
import com.texchange.testing.OwnServers;
import com.texchange.testing.Tables;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kills a process that runs the application while it works on a list, and lets another one go on with it. */
@OwnServers
@Import(OnlyClicks.class)
@Tag("faults")
class KilledBatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAST_THE_JOB_TIMEOUT = Duration.ofMinutes(3);
    private static final int ROWS = 500;

    @Autowired
    LocalServers servers;
    @Autowired
    InvitationLists lists;
    @Autowired
    Batches batches;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aListThatBrokeOffIsWorkedOffByTheNextProcessAndInvitesEverybodyOnce() {
        Actor supplier = people.supplier();
        String table = IntStream.range(0, ROWS).mapToObj(i -> "ООО «Ромашка " + i + "»;" + TestPeople.anyEmail())
                .collect(Collectors.joining("\n", "Название;Почта\n", ""));
        BatchId id = lists.invite(lists.check(Tables.of(InviteeColumn.class, table), supplier), Languages.RUSSIAN, supplier);
        batches.startNow(id, supplier);

        try (ChildJvm killed = ChildJvm.launch("batch-killed", servers, Map.of())) {
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> done(id, supplier) > 0);
            killed.kill();
        }
        assertThat(done(id, supplier)).as("rows done when it was killed").isLessThan(ROWS)
                .isEqualTo(batches.countRows(id, new BatchRowFilter("", BatchRow.State.DONE), supplier))
                .isEqualTo(count("onboarding"));

        servers.camunda().increaseTime(PAST_THE_JOB_TIMEOUT);
        try (ChildJvm successor = ChildJvm.launch("batch-successor", servers, Map.of()).awaitReady()) {
            await().atMost(PATIENCE).until(() -> count("scheduled_tasks where task_instance <> 'recurring'") == 0
                    && count("mail_delivery where state = 'SENT'") == ROWS);
            assertThat(successor.told("step send-invitation ")).hasSizeBetween(1, ROWS);
        }
        assertThat(batches.find(id, supplier).orElseThrow()).satisfies(batch -> {
            assertThat(batch.state()).isEqualTo(Batch.State.FINISHED);
            assertThat(batch.done()).isEqualTo(ROWS);
            assertThat(batch.refused()).isZero();
        });
        assertThat(count("onboarding")).isEqualTo(ROWS);
        assertThat(jdbc.sql("select code from partnership").query(String.class).list()).hasSize(ROWS)
                .doesNotHaveDuplicates();
        assertThat(jdbc.sql("select recipient from mail_delivery").query(String.class).list()).hasSize(ROWS)
                .doesNotHaveDuplicates();
    }

    private int done(BatchId id, Actor supplier) {
        return batches.find(id, supplier).orElseThrow().done();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
