package io.camunda.zeebe.process.test.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListenerEventType;
import java.util.List;
import java.util.Queue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of user tasks share. */
final class UserTasks {

    private static final String PREFIX = "io.camunda.zeebe:";
    private static final List<ZeebeTaskListenerEventType> EVENTS = List.of(
            ZeebeTaskListenerEventType.creating,
            ZeebeTaskListenerEventType.assigning,
            ZeebeTaskListenerEventType.updating,
            ZeebeTaskListenerEventType.completing,
            ZeebeTaskListenerEventType.canceling);

    private UserTasks() {}

    static void assertRefused(int status, String detail, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(status);
            assertThat(refusal.details().getStatus()).isEqualTo(status);
            assertThat(refusal.details().getTitle() + " " + refusal.details().getDetail()).contains(detail);
        });
    }

    static long key(Queue<ActivatedJob> jobs) {
        return Long.parseLong(header(jobs, "userTaskKey"));
    }

    static String header(Queue<ActivatedJob> jobs, String name) {
        await().until(() -> !jobs.isEmpty());
        return jobs.element().getCustomHeaders().get(PREFIX + name);
    }

    static BpmnModelInstance listened(String id) {
        return Bpmn.createExecutableProcess(id)
                .startEvent()
                .userTask("task", task -> {
                    task.zeebeUserTask()
                            .zeebeCandidateGroupsExpression("[\"sales\", \"company-\" + company]")
                            .zeebeDueDate("2030-01-02T03:04:05Z");
                    EVENTS.forEach(event -> task.zeebeTaskListener(listener ->
                                    listener.eventType(event).type(id + "-" + event.name())));
                })
                .serviceTask("after", after -> after.zeebeJobType(id + "-after"))
                .endEvent()
                .done();
    }
}
