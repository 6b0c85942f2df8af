package com.texchange.process;

import com.texchange.common.AccountId;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.process.FailedStep.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What process managers had tried again, and what became of it. Times are the database's. */
@Repository
class StepRetries {

    private static final Logger LOG = LoggerFactory.getLogger(StepRetries.class);
    /** An engine that took the command and still shows the incident after that has lost the command. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** For so long the engine's search may lag behind what a worker has told. */
    private static final Duration LAG = Duration.ofSeconds(30);
    /** Whether a try is on, as people see it: one that failed is over when the engine shows the new incident. */
    private static final String ON = """
            (outcome is null and (taken_at is null or taken_at > now() - make_interval(secs => :patience))
                or outcome = 'FAILED' and finished_at > now() - make_interval(secs => :lag))
            """;
    private static final int MAX_UNFINISHED = 20;
    private static final int MAX_OUTCOMES = 500;
    private static final int MAX_TEXT = 4000;

    private final JdbcClient jdbc;
    private final CommandQueue queue;
    private final ChangeFeed feed;
    private final TransactionTemplate transaction;

    StepRetries(JdbcClient jdbc, CommandQueue queue, ChangeFeed feed, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.feed = feed;
        this.transaction = transaction;
    }

    /**
     * Earlier tries of one step.
     *
     * @param count how often process managers had it tried again
     * @param over  whether the engine's search shows an incident that a try has put right
     */
    record Earlier(long elementInstanceKey, int count, Instant failedSince, boolean beingRetried, boolean over) {
    }

    /** A try whose outcome is not known. */
    record Unfinished(long incidentKey, @Nullable Long jobKey, long elementInstanceKey, long secondsTaken) {

        Duration takenFor() {
            return Duration.ofSeconds(secondsTaken);
        }
    }

    /** @return false if it is being tried again already */
    boolean request(FailedStep step, AccountId by) {
        ProcessSubject subject = step.subject();
        return jdbc.sql("""
                insert into step_retry as known (incident_key, job_key, element_instance_key, process_instance_key,
                    process_id, element_id, failed_since, last_failed, attempts, cause, technical_text, subject_kind,
                    subject_id, requested_by, requested_at)
                values (:incident, :job::bigint, :elementInstance, :instance, :process, :element, :since, :last, :attempts,
                    :cause, :text, :kind, :subject::uuid, :by, now())
                on conflict (incident_key) do update
                set requested_by = :by, requested_at = now(), taken_at = null, outcome = null, finished_at = null
                where known.outcome is not null or known.taken_at < now() - make_interval(secs => :patience)
                """)
                .param("incident", step.incidentKey())
                .param("job", step.jobKey())
                .param("elementInstance", step.place().elementInstanceKey())
                .param("instance", step.place().processInstanceKey())
                .param("process", step.place().processId())
                .param("element", step.place().elementId())
                .param("since", step.since())
                .param("last", step.lastFailed())
                .param("attempts", step.attempts())
                .param("cause", step.cause().name())
                .param("text", step.technicalText().substring(0, Math.min(MAX_TEXT, step.technicalText().length())))
                .param("kind", subject == null ? null : subject.kind().name())
                .param("subject", subject == null ? null : subject.id())
                .param("by", by)
                .param("patience", PATIENCE.toSeconds())
                .update() == 1;
    }

    /** By element instance; with what is known of the try of just that incident. */
    Map<Long, Earlier> earlier(Collection<Long> elementInstances, Collection<Long> incidents) {
        return jdbc.sql("""
                select element_instance_key, count(*) as count, min(failed_since) as failed_since,
                    coalesce(bool_or(incident_key = any(:incidents) and %s), false) as being_retried,
                    coalesce(bool_or(incident_key = any(:incidents) and outcome = 'WENT_ON'
                        and finished_at > now() - make_interval(secs => :lag)), false) as over
                from step_retry where element_instance_key = any(:elements)
                group by element_instance_key
                """.formatted(ON))
                .param("incidents", incidents.toArray(Long[]::new))
                .param("elements", elementInstances.toArray(Long[]::new))
                .param("patience", PATIENCE.toSeconds()).param("lag", LAG.toSeconds())
                .query(Earlier.class).list().stream().collect(Collectors.toMap(Earlier::elementInstanceKey, tried -> tried));
    }

    /** The steps that are being tried again, as they were when that was asked for; those that failed last first. */
    List<FailedStep> on() {
        return jdbc.sql("select * from step_retry where process_id is not null and " + ON
                        + " order by last_failed desc limit :limit")
                .param("patience", PATIENCE.toSeconds()).param("lag", LAG.toSeconds()).param("limit", MAX_OUTCOMES)
                .query((row, number) -> step(row)).list();
    }

    private static FailedStep step(ResultSet row) throws SQLException {
        String kind = row.getString("subject_kind");
        Place place = new Place(row.getString("process_id"), row.getString("element_id"),
                row.getLong("element_instance_key"), row.getLong("process_instance_key"));
        return new FailedStep(row.getLong("incident_key"), row.getObject("job_key", Long.class), place,
                instant(row, "failed_since"), instant(row, "last_failed"), row.getInt("attempts"),
                FailureCause.valueOf(row.getString("cause")), row.getString("technical_text"),
                kind == null ? null : new ProcessSubject(ProcessSubject.Kind.valueOf(kind),
                        row.getObject("subject_id", UUID.class)), true);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The tries that the engine has taken and whose outcome nobody has told, the oldest first. */
    List<Unfinished> unfinished() {
        return jdbc.sql("""
                select incident_key, job_key, element_instance_key,
                    extract(epoch from now() - taken_at)::bigint as seconds_taken
                from step_retry where outcome is null and taken_at is not null
                order by taken_at limit :limit
                """)
                .param("limit", MAX_UNFINISHED)
                .query(Unfinished.class).list();
    }

    @Transactional
    public void finish(long incidentKey, boolean wentOn) {
        int changed = jdbc.sql("""
                update step_retry set outcome = :outcome, finished_at = now(), taken_at = coalesce(taken_at, now())
                where incident_key = :incident and outcome is null
                """)
                .param("outcome", outcome(wentOn)).param("incident", incidentKey).update();
        tell(changed > 0);
    }

    /** The latest outcomes of what a person asked for. */
    List<RetryOutcome> outcomes(AccountId by, Instant since) {
        return jdbc.sql("""
                select incident_key, element_id, outcome = 'WENT_ON' as went_on, finished_at from step_retry
                where requested_by = :by and finished_at > :since order by finished_at desc limit :limit
                """)
                .param("by", by)
                .param("since", since)
                .param("limit", MAX_OUTCOMES)
                .query(RetryOutcome.class).list();
    }

    Instant now() {
        return jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    @EventListener
    @Transactional
    public void taken(RetryTaken event) {
        jdbc.sql("update step_retry set taken_at = now() where incident_key = ?").param(event.incidentKey()).update();
        tell(true);
    }

    /**
     * The worker's own word; should it be lost, the engine's search will tell. A worker may be so slow to say that its step
     * has failed that a person has had it tried again by then: that word is not about this try.
     */
    @EventListener
    void ended(LastTryEnded event) {
        try {
            tell(noteEnd(event) || !event.succeeded());
        } catch (RuntimeException e) {
            LOG.debug("The end of job {} could not be noted", event.jobKey(), e);
        }
    }

    private boolean noteEnd(LastTryEnded event) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql("""
                update step_retry set outcome = :outcome, finished_at = now(), taken_at = coalesce(taken_at, now())
                where job_key = :job and outcome is null and requested_at < now() - make_interval(secs => :handled)
                """)
                .param("outcome", outcome(event.succeeded())).param("job", event.jobKey())
                // Not before the transaction began, since waiting for a connection may take long.
                .param("handled", (System.nanoTime() - event.begun()) / 1e9).update() > 0));
    }

    /** The keys of another engine mean something else. */
    @EventListener
    @Transactional
    public void forget(EngineReplaced event) {
        jdbc.sql("delete from step_retry").update();
        queue.forgetRetries();
    }

    private void tell(boolean changed) {
        if (changed) {
            feed.publish(new Change(Change.Topic.PROCESSES, FailedSteps.CHANGE));
        }
    }

    private static String outcome(boolean wentOn) {
        return wentOn ? "WENT_ON" : "FAILED";
    }
}
