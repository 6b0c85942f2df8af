package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.CorrelatedMessageSubscriptionResult;
import io.camunda.client.protocol.rest.ElementInstanceResult;
import io.camunda.client.protocol.rest.IncidentResult;
import io.camunda.client.protocol.rest.MessageSubscriptionResult;
import io.camunda.client.protocol.rest.ProcessInstanceResult;
import io.camunda.client.protocol.rest.ProcessInstanceSequenceFlowResult;
import io.camunda.client.protocol.rest.UserTaskResult;
import io.camunda.client.protocol.rest.VariableSearchResult;
import java.util.List;
import java.util.Map;

/**
 * What an {@link EngineView} knows, as a snapshot keeps it.
 *
 * @param position of the last record that it has read
 * @param flows    by process instance
 * @param ended    process instances in the order of their ends
 */
record ViewState(
        long position,
        List<Definitions.Kept> definitions,
        List<ProcessInstanceResult> processes,
        List<ElementInstanceResult> elements,
        Map<Long, List<ProcessInstanceSequenceFlowResult>> flows,
        List<String> ended,
        List<VariableSearchResult> variables,
        List<UserTaskResult> userTasks,
        List<IncidentResult> incidents,
        List<MessageSubscriptionResult> subscriptions,
        List<CorrelatedMessageSubscriptionResult> correlated) {}
