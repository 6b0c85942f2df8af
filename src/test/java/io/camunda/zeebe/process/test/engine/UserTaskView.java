package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.UserTaskResult;
import io.camunda.client.protocol.rest.UserTaskStateEnum;
import io.camunda.zeebe.process.test.engine.EngineView.Event;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The user tasks, open and done. */
final class UserTaskView {

    private final Definitions definitions;
    private final Map<Long, UserTaskResult> byKey = new LinkedHashMap<>();

    UserTaskView(Definitions definitions) {
        this.definitions = definitions;
    }

    void on(Event<UserTaskRecord> event) {
        state((UserTaskIntent) event.intent()).ifPresent(state -> byKey.merge(
                event.value().getUserTaskKey(), result(event, state), UserTaskView::keepCreation));
    }

    private static Optional<UserTaskStateEnum> state(UserTaskIntent intent) {
        return Optional.ofNullable(switch (intent) {
            case CREATING -> UserTaskStateEnum.CREATING;
            case CREATED, ASSIGNED, UPDATED, ASSIGNMENT_DENIED, UPDATE_DENIED, COMPLETION_DENIED ->
                    UserTaskStateEnum.CREATED;
            case ASSIGNING, CLAIMING -> UserTaskStateEnum.ASSIGNING;
            case UPDATING -> UserTaskStateEnum.UPDATING;
            case COMPLETING -> UserTaskStateEnum.COMPLETING;
            case COMPLETED -> UserTaskStateEnum.COMPLETED;
            case CANCELING -> UserTaskStateEnum.CANCELING;
            case CANCELED -> UserTaskStateEnum.CANCELED;
            default -> null;
        });
    }

    private UserTaskResult result(Event<UserTaskRecord> event, UserTaskStateEnum state) {
        var task = event.value();
        var ended = state == UserTaskStateEnum.COMPLETED || state == UserTaskStateEnum.CANCELED;
        return new UserTaskResult()
                .userTaskKey(Long.toString(task.getUserTaskKey()))
                .name(definitions.name(task.getProcessDefinitionKey(), task.getElementId()))
                .state(state)
                .assignee(textOrNull(task.getAssignee()))
                .elementId(task.getElementId())
                .elementInstanceKey(Long.toString(task.getElementInstanceKey()))
                .candidateGroups(task.getCandidateGroupsList())
                .candidateUsers(task.getCandidateUsersList())
                .processDefinitionId(task.getBpmnProcessId())
                .processName(definitions.name(task.getProcessDefinitionKey(), task.getBpmnProcessId()))
                .processDefinitionVersion(task.getProcessDefinitionVersion())
                .processDefinitionKey(Long.toString(task.getProcessDefinitionKey()))
                .processInstanceKey(Long.toString(task.getProcessInstanceKey()))
                .creationDate(event.time())
                .completionDate(ended ? event.time() : null)
                .dueDate(textOrNull(task.getDueDate()))
                .followUpDate(textOrNull(task.getFollowUpDate()))
                .priority(task.getPriority())
                .tenantId(task.getTenantId());
    }

    private static String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static UserTaskResult keepCreation(UserTaskResult before, UserTaskResult now) {
        return now.creationDate(before.getCreationDate());
    }

    void restore(List<UserTaskResult> known) {
        known.forEach(task -> byKey.put(Long.valueOf(task.getUserTaskKey()), task));
    }

    void forget(Set<String> processInstances) {
        byKey.values().removeIf(task -> processInstances.contains(task.getProcessInstanceKey()));
    }

    List<UserTaskResult> all() {
        return List.copyOf(byKey.values());
    }
}
