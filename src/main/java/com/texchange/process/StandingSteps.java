package com.texchange.process;

import com.texchange.process.FailedStep.Place;
import com.texchange.process.ProcessSubject.Kind;
import com.texchange.process.StepRetries.Earlier;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.Variable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes failed steps of the engine's incidents, by the variables of their processes and what was tried before. */
@Component
class StandingSteps {

    private static final List<String> VARIABLES = Stream.concat(Stream.of(FailureCause.VARIABLE),
            Arrays.stream(Kind.values()).map(Kind::variable)).toList();

    private final EngineSearch search;
    private final StepRetries retries;

    StandingSteps(EngineSearch search, StepRetries retries) {
        this.search = search;
        this.retries = retries;
    }

    /**
     * In the order of the incidents, without those that are over and that the search, which lags behind, shows still: a try
     * has put them right, or made a new one.
     */
    List<FailedStep> of(List<Incident> found) {
        Collection<Incident> incidents = found.stream().collect(Collectors.toMap(Incident::getElementInstanceKey,
                incident -> incident, (one, other) -> one.getIncidentKey() > other.getIncidentKey() ? one : other,
                LinkedHashMap::new)).values();
        Collection<Variable> variables = search.variables(
                incidents.stream().map(Incident::getProcessInstanceKey).distinct().toList(), VARIABLES);
        Map<Long, ProcessSubject> subjects = subjects(variables);
        Map<Long, String> causes = variables.stream().filter(variable -> variable.getName().equals(FailureCause.VARIABLE))
                .collect(Collectors.toMap(Variable::getScopeKey, StandingSteps::text, (one, other) -> other));
        Map<Long, Earlier> earlier = retries.earlier(incidents.stream().map(Incident::getElementInstanceKey).toList(),
                incidents.stream().map(Incident::getIncidentKey).toList());
        return incidents.stream()
                .filter(incident -> !isOver(earlier.get(incident.getElementInstanceKey())))
                .map(incident -> step(incident, subjects.get(incident.getProcessInstanceKey()),
                        causes.get(incident.getElementInstanceKey()), earlier.get(incident.getElementInstanceKey())))
                .toList();
    }

    /**
     * The steps that are being tried again and of which the engine has no incident meanwhile.
     *
     * @param elementInstances of which it has one
     */
    List<FailedStep> withoutIncident(Set<Long> elementInstances) {
        return retries.on().stream().filter(step -> !elementInstances.contains(step.place().elementInstanceKey())).toList();
    }

    private static boolean isOver(@Nullable Earlier earlier) {
        return earlier != null && earlier.over();
    }

    private static FailedStep step(Incident incident, @Nullable ProcessSubject subject, @Nullable String cause,
            @Nullable Earlier earlier) {
        Place place = new Place(incident.getProcessDefinitionId(), incident.getElementId(),
                incident.getElementInstanceKey(), incident.getProcessInstanceKey());
        boolean retried = earlier != null && earlier.beingRetried();
        int triedHere = earlier == null ? 0 : earlier.count() - (retried ? 1 : 0);
        return new FailedStep(incident.getIncidentKey(), incident.getJobKey(), place,
                earlier == null ? incident.getCreationTime().toInstant() : earlier.failedSince(),
                incident.getCreationTime().toInstant(),
                triedHere + (incident.getJobKey() == null ? 1 : triesByModel(incident.getErrorType())),
                FailureCause.of(incident.getErrorType(), cause), Objects.requireNonNullElse(incident.getErrorMessage(), ""),
                subject, retried);
    }

    /** A BPMN error that nothing catches stops a job at its first try. */
    private static int triesByModel(IncidentErrorType type) {
        return type == IncidentErrorType.UNHANDLED_ERROR_EVENT ? 1 : JobAdapter.RETRIES_IN_MODEL;
    }

    /** The subjects of process instances, by their keys. A part of an onboarding is about the onboarding. */
    private static Map<Long, ProcessSubject> subjects(Collection<Variable> variables) {
        Map<Long, ProcessSubject> subjects = new HashMap<>();
        for (Variable variable : variables) {
            ProcessSubject subject = subject(variable);
            if (subject != null) {
                subjects.merge(variable.getProcessInstanceKey(), subject,
                        (one, other) -> one.kind().compareTo(other.kind()) <= 0 ? one : other);
            }
        }
        return subjects;
    }

    private static @Nullable ProcessSubject subject(Variable variable) {
        try {
            return Arrays.stream(Kind.values()).filter(kind -> kind.variable().equals(variable.getName())).findFirst()
                    .map(kind -> new ProcessSubject(kind, UUID.fromString(text(variable)))).orElse(null);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    /** Values come as JSON. */
    private static String text(Variable variable) {
        return variable.getValue().replace("\"", "");
    }
}
