package com.texchange.invitelists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchId;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Selection;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.onboarding.Stage;
import com.texchange.overview.OnboardingExport;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.overview.SelectionSteps;
import com.texchange.tables.TableFormat;
import com.texchange.testing.OwnServers;
import com.texchange.testing.Tables;
import com.texchange.testing.TestPeople;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As many as a list may have, on servers of its own; prints how long it takes. */
@OwnServers
@Tag("faults")
class TenThousandInvitationsIT {

    private static final int ROWS = 10_000;
    private static final Duration BOUND = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(TenThousandInvitationsIT.class);
    @Autowired
    InvitationLists lists;
    @Autowired
    Invitations invitations;
    @Autowired
    Batches batches;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    OnboardingExport export;
    @Autowired
    SelectionSteps steps;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;

    @Test
    void areInvitedInASensibleTime() throws IOException {
        Actor supplier = people.supplier();
        String table = "Название;Почта;Город\n" + IntStream.range(0, ROWS)
                .mapToObj(i -> "ООО «Ромашка " + i + "»;" + TestPeople.anyEmail() + ";Казань")
                .collect(Collectors.joining("\n"));
        List<ListedInvitee> rows = timed("check", () -> lists.check(Tables.of(InviteeColumn.class, table), supplier));
        BatchId id = timed("keep", () -> lists.invite(rows, Languages.RUSSIAN, supplier));
        Instant start = Instant.now();
        batches.startNow(id, supplier);
        awaitBetween(() -> batches.find(id, supplier).orElseThrow().done() > ROWS / 10);
        String other = inviteAsSomebodyElse();
        awaitBetween(() -> isSent(other));
        LOG.info("... somebody else's letter in the middle of them: {} ms", millisTillSent(other));
        assertThat(batches.find(id, supplier).orElseThrow().state()).as("the list does not hold up the letters of others")
                .isEqualTo(Batch.State.RUNNING);

        await().atMost(BOUND).pollInterval(Duration.ofSeconds(1)).until(() -> batches.find(id, supplier).orElseThrow(),
                batch -> batch.state() == Batch.State.FINISHED);
        LOG.info("10,000 invitations: {} s", Duration.between(start, Instant.now()).toSeconds());
        assertThat(batches.find(id, supplier).orElseThrow().done()).isEqualTo(ROWS);
        await().atMost(BOUND).pollInterval(Duration.ofSeconds(1)).until(() -> waiting("engine-command") == 0);
        // Not till none waits: while the engine is behind, there may be none for a moment.
        await().atMost(BOUND).pollInterval(Duration.ofSeconds(1)).until(() -> jdbc.sql(
                "select count(distinct recipient) from mail_delivery where state = 'SENT'").query(Integer.class).single() == ROWS + 1);
        LOG.info("... with their engine commands and letters: {} s", Duration.between(start, Instant.now()).toSeconds());

        measureLists(supplier);
        assertThat(queries.count(OnboardingFilter.NONE, supplier).number()).isEqualTo(ROWS);
    }

    private String inviteAsSomebodyElse() {
        String email = TestPeople.anyEmail();
        invitations.invite(new InviteRequest("ООО «Другая»", email, null, "Казань", Languages.RUSSIAN),
                people.supplier());
        return email;
    }

    private static void awaitBetween(Callable<Boolean> reached) {
        await().atMost(BOUND).pollInterval(Duration.ofMillis(100)).until(reached);
    }

    private boolean isSent(String email) {
        return jdbc.sql("select count(*) from mail_delivery where recipient = ? and state = 'SENT'").param(email)
                .query(Integer.class).single() == 1;
    }

    private long millisTillSent(String email) {
        return jdbc.sql("""
                select extract(epoch from l.finished_at - o.invited_at) * 1000 from mail_delivery l
                  join onboarding o on o.id = l.reference where l.recipient = ?
                """).param(email).query(Long.class).single();
    }

    private void measureLists(Actor supplier) throws IOException {
        jdbc.sql("analyze").update();
        for (Actor actor : List.of(supplier, people.processManager())) {
            for (OnboardingFilter filter : List.of(OnboardingFilter.NONE, new OnboardingFilter("Ромашка 77", null, 0),
                    new OnboardingFilter("", Stage.INVITED, 0), new OnboardingFilter("nothing", Stage.INVITED, 0))) {
                timed("count " + filter, () -> queries.count(filter, actor));
                timed("page " + filter, () -> queries.page(filter, Sort.unsorted(), 0, 50, actor));
                timed("sorted " + filter, () -> queries.page(filter, Sort.by("distributor"), 5_000, 50, actor));
            }
        }
        timed("selection", () -> steps.count(new Selection.Matching<>(OnboardingFilter.NONE, Set.of()), supplier));
        Instant start = Instant.now();
        export.write(OnboardingFilter.NONE, Sort.unsorted(), supplier, ZoneId.of("UTC"), Languages.RUSSIAN,
                TableFormat.WORKBOOK, OutputStream.nullOutputStream());
        LOG.info("export: {} ms", Duration.between(start, Instant.now()).toMillis());
    }

    private static <T> T timed(String what, java.util.function.Supplier<T> step) {
        Instant start = Instant.now();
        T result = step.get();
        LOG.info("{}: {} ms", what, Duration.between(start, Instant.now()).toMillis());
        return result;
    }

    private int waiting(String task) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = ?").param(task).query(Integer.class)
                .single();
    }
}
