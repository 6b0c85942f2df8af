package com.texchange.process;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.process.FailedStep.Place;
import com.texchange.process.ProcessSubject.Kind;
import com.texchange.process.StepRetries.Earlier;
import com.texchange.process.StepRetries.Unfinished;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private static final List<String> SUBJECTS = Arrays.stream(Kind.values()).map(Kind::variable).toList();
    private static final int BATCH = 200;
    /** A worker that has the job tells its end by itself; after that long its word was lost. */
    private static final Duration WORKERS_WORD = Duration.ofMinutes(1);
    private static final Duration ENGINES_WORD = Duration.ofSeconds(3);

    private final EngineSearch search;
    private final StepRetries retries;
    private final EngineCommands commands;
    private final TransactionTemplate transaction;

    FailedSteps(EngineSearch search, StepRetries retries, EngineCommands commands, TransactionTemplate transaction) {
        this.search = search;
        this.retries = retries;
        this.commands = commands;
        this.transaction = transaction;
    }

    /** Asks the engine; waits some seconds at most. */
    public FailedStepsPage page(int from, int limit, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return page(from, limit);
    }

    private FailedStepsPage page(int from, int limit) {
        try {
            SearchResponse<Incident> found = search.incidents(from, limit);
            settle();
            return new FailedStepsPage(EngineAnswer.ANSWERED, steps(found.items()), found.page().totalItems());
        } catch (ClientException e) {
            EngineAnswer answer = EngineSearch.answer(e);
            LOG.debug("Failed steps are not known: {}", answer, e);
            return FailedStepsPage.none(answer);
        }
    }

    /**
     * Has steps tried once more; those that are being tried already are left alone.
     *
     * @return how many they are now
     */
    public int retry(Collection<FailedStep> steps, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return Objects.requireNonNull(transaction.execute(status -> {
            List<FailedStep> asked = steps.stream().filter(step -> retries.request(step, actor.id())).toList();
            asked.forEach(step -> commands.retryStep(step.incidentKey(), step.jobKey()));
            return asked.size();
        }));
    }

    /**
     * Has all failed steps tried once more. Asks the engine which they are, page by page: not for the thread of a page.
     *
     * @return how many they are; fewer than there are if the engine stops answering
     */
    public int retryAll(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        List<FailedStep> all = new ArrayList<>();
        FailedStepsPage page;
        do {
            page = page(all.size(), BATCH);
            all.addAll(page.steps());
        } while (page.steps().size() == BATCH);
        // Not earlier: what goes on leaves the list, and those behind it would move up past the next page.
        int count = 0;
        for (int from = 0; from < all.size(); from += BATCH) {
            count += retry(all.subList(from, Math.min(all.size(), from + BATCH)), actor);
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

    private List<FailedStep> steps(List<Incident> incidents) {
        Map<Long, ProcessSubject> subjects = subjects(incidents);
        Map<Long, Earlier> earlier = retries.earlier(incidents.stream().map(Incident::getElementInstanceKey).toList(),
                incidents.stream().map(Incident::getIncidentKey).toList());
        return incidents.stream().map(incident -> step(incident, subjects.get(incident.getProcessInstanceKey()),
                earlier.get(incident.getElementInstanceKey()))).toList();
    }

    private static FailedStep step(Incident incident, @Nullable ProcessSubject subject, @Nullable Earlier earlier) {
        String text = Objects.requireNonNullElse(incident.getErrorMessage(), "");
        Place place = new Place(incident.getProcessDefinitionId(), incident.getElementId(),
                incident.getElementInstanceKey(), incident.getProcessInstanceKey());
        boolean retried = earlier != null && earlier.beingRetried();
        int triedHere = earlier == null ? 0 : earlier.count() - (retried ? 1 : 0);
        return new FailedStep(incident.getIncidentKey(), incident.getJobKey(), place,
                earlier == null ? incident.getCreationTime().toInstant() : earlier.failedSince(),
                triedHere + (incident.getJobKey() == null ? 1 : triesByModel(incident.getErrorType())),
                FailureCause.of(incident.getErrorType(), text), text, subject, retried);
    }

    /** A BPMN error that nothing catches stops a job at its first try. */
    private static int triesByModel(IncidentErrorType type) {
        return type == IncidentErrorType.UNHANDLED_ERROR_EVENT ? 1 : JobAdapter.RETRIES_IN_MODEL;
    }

    /** The subjects of process instances, by their keys. A part of an onboarding is about the onboarding. */
    private Map<Long, ProcessSubject> subjects(List<Incident> incidents) {
        List<Long> instances = incidents.stream().map(Incident::getProcessInstanceKey).distinct().toList();
        Map<Long, ProcessSubject> subjects = new HashMap<>();
        for (Variable variable : search.variables(instances, SUBJECTS)) {
            ProcessSubject subject = subject(variable);
            if (subject != null) {
                subjects.merge(variable.getProcessInstanceKey(), subject,
                        (one, other) -> one.kind().compareTo(other.kind()) <= 0 ? one : other);
            }
        }
        return subjects;
    }

    private static @Nullable ProcessSubject subject(Variable variable) {
        String text = variable.getValue().replace("\"", "");
        try {
            return new ProcessSubject(Arrays.stream(Kind.values())
                    .filter(kind -> kind.variable().equals(variable.getName())).findFirst().orElseThrow(),
                    UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return null;
        }
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
