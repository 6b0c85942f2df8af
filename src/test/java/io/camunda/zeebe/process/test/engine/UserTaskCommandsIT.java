package io.camunda.zeebe.process.test.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserTaskCommandsIT extends EngineTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aSecondCompletionDuringTheFirstIsAConflict() {
        session.deploy("contested", UserTasks.listened("contested"));
        var creating = session.completeAll("contested-creating");
        session.start("contested", Map.of("company", "1"));
        var key = UserTasks.key(creating);
        var first = session.client().newCompleteUserTaskCommand(key).send().toCompletableFuture();
        // The listener runs from when the engine has taken the first: only then the other comes second.
        var listening = awaitJob("contested-completing");

        UserTasks.assertRefused(409, "INVALID_STATE", () ->
                session.client().newCompleteUserTaskCommand(key).send().join());

        session.client().newCompleteCommand(listening).send().join();
        assertThat(first).succeedsWithin(PATIENCE);
    }

    private ActivatedJob awaitJob(String type) {
        return session.client().newActivateJobsCommand().jobType(type).maxJobsToActivate(1).requestTimeout(PATIENCE)
                .send().join().getJobs().getFirst();
    }

    @Test
    void completingATaskTwiceIsNotFound() {
        var key = openPlainTask("twice");
        session.client().newCompleteUserTaskCommand(key).send().join();

        UserTasks.assertRefused(404, "NOT_FOUND", () -> session.client().newCompleteUserTaskCommand(key).send().join());
    }

    @Test
    void aClaimDoesNotTakeATaskAwayButAnAssignmentDoes() {
        var key = openPlainTask("claimed");
        session.client().newAssignUserTaskCommand(key).assignee("ann").allowOverride(false).send().join();

        UserTasks.assertRefused(409, "already been assigned", () ->
                session.client().newAssignUserTaskCommand(key).assignee("bob").allowOverride(false).send().join());
        session.client().newAssignUserTaskCommand(key).assignee("bob").send().join();
        session.client().newUnassignUserTaskCommand(key).send().join();
        session.client().newAssignUserTaskCommand(key).assignee("ann").allowOverride(false).send().join();
    }

    @Test
    void nonsenseIsABadRequest() throws Exception {
        var key = openPlainTask("nonsense");

        UserTasks.assertRefused(400, "INVALID_ARGUMENT", () ->
                session.client().newUpdateUserTaskCommand(key).send().join());
        UserTasks.assertRefused(400, "RFC 3339", () ->
                session.client().newUpdateUserTaskCommand(key).dueDate("soon").send().join());
        UserTasks.assertRefused(400, "priority", () ->
                session.client().newUpdateUserTaskCommand(key).priority(101).send().join());
        assertThat(post("/v2/user-tasks/" + key + "/assignment", "{}")).contains("400", "No assignee provided");
        assertThat(post("/v2/user-tasks/" + key + "/completion", "{")).contains("400", "application/problem+json");
        assertThat(post("/v2/elsewhere", "{}")).contains("404");
    }

    private String post(String path, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(camunda.restAddress().resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() + " " + response.headers().map() + " " + response.body();
        }
    }

    /** Opens a task without listeners but the first, which tells its key. */
    private long openPlainTask(String id) {
        session.deploy(id, Bpmn.createExecutableProcess(id)
                .startEvent()
                .userTask("task", task -> task.zeebeUserTask()
                        .zeebeTaskListener(listener -> listener.creating().type(id + "-creating")))
                .endEvent()
                .done());
        var creating = session.completeAll(id + "-creating");
        session.start(id, Map.of());
        return UserTasks.key(creating);
    }
}
