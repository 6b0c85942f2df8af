package com.texchange.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.MessageSubscriptionState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.request.FinalSearchRequestStep;
import io.camunda.client.api.search.request.SearchRequestPage;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.MessageSubscription;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.Variable;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Questions to the engine's secondary storage; each waits a few seconds at most. */
@Component
class EngineSearch {

    /** Of one answer; what has more is asked for page by page. */
    private static final int PAGE = 1_000;
    private static final Set<Integer> NOT_SEARCHABLE = Set.of(401, 403, 404, 405, 501);
    private static final Set<Status.Code> NOT_ALLOWED =
            Set.of(Status.Code.UNAUTHENTICATED, Status.Code.PERMISSION_DENIED, Status.Code.UNIMPLEMENTED);

    private final CamundaClient client;
    private final int page;
    private final Duration timeout = Duration.ofSeconds(4);

    @Autowired
    EngineSearch(CamundaClient client) {
        this(client, PAGE);
    }

    /** @param page how much an answer may hold at most */
    EngineSearch(CamundaClient client, int page) {
        this.client = client;
        this.page = page;
    }

    /** What a failed question means. */
    static EngineAnswer answer(ClientException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientHttpException http && NOT_SEARCHABLE.contains(http.code())
                    || cause instanceof ClientStatusException grpc && NOT_ALLOWED.contains(grpc.getStatusCode())) {
                return EngineAnswer.NO_SEARCH;
            }
        }
        return EngineAnswer.UNREACHABLE;
    }

    /** The latest first. */
    SearchResponse<Incident> incidents(int from, int limit) {
        return ask(client.newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE))
                .sort(sort -> sort.creationTime().desc().incidentKey().desc())
                .page(page -> page.from(from).limit(limit)));
    }

    List<Incident> incidentsAt(long elementInstanceKey) {
        return ask(client.newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE).elementInstanceKey(elementInstanceKey)))
                .items();
    }

    /** The variables of these names in these process instances; empty for no instance. */
    List<Variable> variables(Collection<Long> processInstances, List<String> names) {
        return processInstances.isEmpty() ? List.of() : all(page -> client.newVariableSearchRequest()
                .filter(filter -> filter.processInstanceKey(key -> key.in(List.copyOf(processInstances)))
                        .name(name -> name.in(names)))
                .page(page));
    }

    /** Where a variable has one of these values, given as JSON. */
    List<Variable> variables(String name, List<String> values) {
        return all(page -> client.newVariableSearchRequest()
                .filter(filter -> filter.name(name).value(value -> value.in(values)))
                .page(page));
    }

    /** Those of the process instances that are under way. */
    List<ProcessInstance> active(Collection<Long> processInstances) {
        return processInstances.isEmpty() ? List.of() : all(page -> client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(key -> key.in(List.copyOf(processInstances)))
                        .state(ProcessInstanceState.ACTIVE))
                .page(page));
    }

    /** Which process instances wait for one of these messages under one of these keys. */
    List<MessageSubscription> waiting(Collection<String> messages, Collection<String> correlationKeys) {
        return messages.isEmpty() || correlationKeys.isEmpty() ? List.of()
                : all(page -> client.newMessageSubscriptionSearchRequest()
                        .filter(filter -> filter.messageName(name -> name.in(List.copyOf(messages)))
                                .correlationKey(key -> key.in(List.copyOf(correlationKeys)))
                                .messageSubscriptionState(MessageSubscriptionState.CREATED))
                        .page(page));
    }

    /**
     * All pages, in the order of keys, which the engine takes where none is asked for: an answer that was cut would be taken
     * for one that lacks something.
     */
    private <T> List<T> all(Function<Consumer<SearchRequestPage>, FinalSearchRequestStep<T>> question) {
        List<T> all = new ArrayList<>();
        AtomicReference<@Nullable String> last = new AtomicReference<>();
        SearchResponse<T> answer;
        do {
            String after = last.get();
            answer = ask(question.apply(wanted -> {
                wanted.limit(page);
                if (after != null) {
                    wanted.after(after);
                }
            }));
            all.addAll(answer.items());
            last.set(answer.page().endCursor());
        } while (answer.items().size() == page && last.get() != null);
        return all;
    }

    private <T> SearchResponse<T> ask(FinalSearchRequestStep<T> question) {
        return question.requestTimeout(timeout).send().join(timeout.toMillis() + 500, TimeUnit.MILLISECONDS);
    }
}
