package io.camunda.zeebe.process.test.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A client of a local engine, with the few commands that its tests repeat. */
final class EngineSession implements AutoCloseable {

    private final CamundaClient client;

    EngineSession(LocalCamunda camunda) {
        client = CamundaClient.newClientBuilder()
                .grpcAddress(camunda.grpcAddress())
                .restAddress(camunda.restAddress())
                .preferRestOverGrpc(false)
                .applyEnvironmentVariableOverrides(false)
                .numJobWorkerExecutionThreads(4)
                .defaultRequestTimeout(Duration.ofSeconds(10))
                .build();
    }

    CamundaClient client() {
        return client;
    }

    void deploy(String name, BpmnModelInstance... processes) {
        for (var process : processes) {
            client.newDeployResourceCommand()
                    .addProcessModel(process, name + process.hashCode() + ".bpmn")
                    .send()
                    .join();
        }
    }

    long start(String processId, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    JobWorker work(String jobType, JobHandler handler) {
        return client.newWorker().jobType(jobType).handler(handler).open();
    }

    /** Completes each job of the type and keeps it. */
    Queue<ActivatedJob> completeAll(String jobType) {
        var seen = new ConcurrentLinkedQueue<ActivatedJob>();
        work(jobType, (jobs, job) -> jobs.newCompleteCommand(job).send().thenRun(() -> seen.add(job)));
        return seen;
    }

    @Override
    public void close() {
        client.close();
    }
}
