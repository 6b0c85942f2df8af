package com.texchange.process;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.process.StepRetries.Unfinished;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.SearchResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Steps of processes that stand still on an incident, for process managers: which they are, and to have them tried again.
 * What reads asks the engine and may take seconds; what changes is written to the database and reaches the engine later.
 */
@Service
public class FailedSteps {

    /** Id in {@link com.texchange.common.Change.Topic#PROCESSES} of what failed or was tried again. */
    public static final String CHANGE = "failed-steps";

    private static final Logger LOG = LoggerFactory.getLogger(FailedSteps.class);
    private static final int BATCH = 200;
    /** A worker that has the job tells its end by itself; after that long its word was lost. */
    private static final Duration WORKERS_WORD = Duration.ofMinutes(1);
    private static final Duration ENGINES_WORD = Duration.ofSeconds(3);

    private final EngineSearch search;
    private final StandingSteps standing;
    private final StepRetries retries;
    private final EngineCommands commands;
    private final List<ProcessOwner> owners;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;

    FailedSteps(EngineSearch search, StandingSteps standing, StepRetries retries, EngineCommands commands,
            List<ProcessOwner> owners, TransactionTemplate transaction, AuditTrail audit) {
        this.search = search;
        this.standing = standing;
        this.retries = retries;
        this.commands = commands;
        this.owners = owners;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * The steps that failed last, with those that are being tried again: a step stays there until its outcome is known. Asks
     * the engine; waits some seconds at most.
     */
    public FailedStepsPage first(int limit, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        try {
            SearchResponse<Incident> found = search.incidents(0, limit);
            settle();
            List<FailedStep> stand = standing.of(found.items());
            List<FailedStep> between = standing.withoutIncident(found.items().stream()
                    .map(Incident::getElementInstanceKey).collect(Collectors.toSet()));
            return new FailedStepsPage(EngineAnswer.ANSWERED,
                    Stream.concat(stand.stream(), between.stream())
                            .sorted(Comparator.comparing(FailedStep::lastFailed).reversed()).toList(),
                    found.page().totalItems() - found.items().size() + stand.size() + between.size());
        } catch (ClientException e) {
            EngineAnswer answer = EngineSearch.answer(e);
            LOG.debug("Failed steps are not known: {}", answer, e);
            return FailedStepsPage.none(answer);
        }
    }

    /**
     * Has steps tried once more; those that are being tried already are left alone. Their processes are told again what they
     * may have missed while they stood.
     *
     * @return how many they are now
     */
    public int retry(Collection<FailedStep> steps, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return Objects.requireNonNull(transaction.execute(status -> {
            List<FailedStep> asked = steps.stream().filter(step -> retries.request(step, actor.id())).toList();
            asked.forEach(step -> {
                commands.retryStep(step.incidentKey(), step.jobKey());
                audit.record(Audited.of(AuditKind.STEP_RETRIED, actor).about(AuditSubject.named(AuditSubject.Type.STEP,
                        String.valueOf(step.place().processInstanceKey()), step.place().elementId())).values(step.cause(), null));
            });
            asked.stream().map(FailedStep::subject).filter(Objects::nonNull).distinct().forEach(this::tellAgain);
            return asked.size();
        }));
    }

    private void tellAgain(ProcessSubject subject) {
        owners.stream().filter(owner -> owner.kind() == subject.kind()).forEach(owner -> owner.tellAgain(subject.id()));
    }

    /**
     * Has all failed steps tried once more. Asks the engine which they are, page by page: not for the thread of a page.
     *
     * @return how many they are; fewer than there are if the engine stops answering
     * @throws RefusedException if it does not answer at all: nothing is tried again then
     */
    public int retryAll(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        List<Incident> all = new ArrayList<>();
        int count = 0;
        try {
            List<Incident> page;
            do {
                page = search.incidents(all.size(), BATCH).items();
                all.addAll(page);
            } while (page.size() == BATCH);
            // Not earlier: what goes on leaves the list, and those behind it would move up past the next page.
            for (int from = 0; from < all.size(); from += BATCH) {
                count += retry(standing.of(all.subList(from, Math.min(all.size(), from + BATCH))), actor);
            }
        } catch (ClientException e) {
            LOG.info("Not all failed steps are known, {} are tried again: {}", count, Failure.reason(e));
            if (count == 0) {
                throw new RefusedException("process.refused.unreachable");
            }
        }
        return count;
    }

    /** What became of the steps that the person had tried again, as far as that is known; the latest first. */
    public List<RetryOutcome> outcomes(Instant since, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return retries.outcomes(actor.id(), since);
    }

    /** The time by which {@link #outcomes} goes. */
    public Instant now() {
        return retries.now();
    }

    /** Finds out what became of tries that no worker has told the end of. */
    private void settle() {
        for (Unfinished unfinished : retries.unfinished()) {
            Duration wait = unfinished.jobKey() == null ? ENGINES_WORD : WORKERS_WORD;
            List<Incident> still = search.incidentsAt(unfinished.elementInstanceKey());
            if (still.stream().anyMatch(incident -> incident.getIncidentKey() == unfinished.incidentKey())) {
                continue;
            }
            if (!still.isEmpty()) {
                retries.finish(unfinished.incidentKey(), false);
            } else if (unfinished.takenFor().compareTo(wait) >= 0) {
                retries.finish(unfinished.incidentKey(), true);
            }
        }
    }
}
