package io.camunda.zeebe.process.test.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine with a folder goes on where the one before it stopped. */
class RestartIT {

    @TempDir
    Path folder;

    @Test
    void userTaskTimerJobAndMessageWaitForTheNextStart() {
        long task;
        try (var camunda = start();
                var session = new EngineSession(camunda)) {
            session.deploy("restart", Bpmn.createExecutableProcess("restart")
                    .startEvent().parallelGateway("all")
                    .userTask("decide").zeebeUserTask().zeebeTaskListener(listener -> listener.creating().type("offered"))
                    .serviceTask("after-task", worker -> worker.zeebeJobType("after-task")).endEvent()
                    .moveToNode("all").intermediateCatchEvent("wait").timerWithDuration("PT1H")
                    .serviceTask("after-timer", worker -> worker.zeebeJobType("after-timer")).endEvent()
                    .moveToNode("all").serviceTask("job", worker -> worker.zeebeJobType("job")).endEvent()
                    .moveToNode("all").intermediateCatchEvent("catch").message(message -> message.name("news")
                            .zeebeCorrelationKeyExpression("id"))
                    .serviceTask("after-news", worker -> worker.zeebeJobType("after-news")).endEvent()
                    .done());
            var offered = session.completeAll("offered");
            session.start("restart", Map.of("id", "42"));
            await().until(() -> !offered.isEmpty());
            task = Long.parseLong(offered.element().getCustomHeaders().get("io.camunda.zeebe:userTaskKey"));
            camunda.awaitIdle(Duration.ofSeconds(10));
        }
        try (var camunda = start();
                var session = new EngineSession(camunda)) {
            var afterTask = session.completeAll("after-task");
            var afterTimer = session.completeAll("after-timer");
            var job = session.completeAll("job");
            var afterNews = session.completeAll("after-news");

            session.client().newCompleteUserTaskCommand(task).send().join();
            session.client().newPublishMessageCommand().messageName("news").correlationKey("42").send().join();
            camunda.increaseTime(Duration.ofHours(2));

            await().untilAsserted(() -> {
                assertThat(afterTask).hasSize(1);
                assertThat(afterTimer).hasSize(1);
                assertThat(job).hasSize(1);
                assertThat(afterNews).hasSize(1);
            });
        }
    }

    private LocalCamunda start() {
        return LocalCamunda.builder().dataFolder(folder).build().start();
    }
}
