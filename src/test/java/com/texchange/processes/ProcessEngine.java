package com.texchange.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import io.camunda.zeebe.process.test.engine.LocalCamunda;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the process tests run. Without anything said, in the quick start's engine: one for all test classes of the
 * JVM, which Camunda Process Test takes for a remote cluster. With {@code -Dprocess-tests.runtime=managed}, in a
 * container that Camunda Process Test starts by itself; that needs Docker.
 */
final class ProcessEngine {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Folder of the report on elements and flows. */
    static final String COVERAGE = "target/process-test-coverage";

    private static final String RUNTIME = "process-tests.runtime";
    /** The build names the version of the client here: a client must not be newer than its cluster. */
    private static final String CAMUNDA_VERSION = "process-tests.camunda-version";
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(25);

    private static @Nullable LocalCamunda local;

    private ProcessEngine() {
    }

    /** @throws IllegalArgumentException if the property names a runtime that is not known */
    static CamundaProcessTestExtension extension() {
        CamundaAssert.setAssertionTimeout(PATIENCE);
        CamundaAssert.setAssertionInterval(LOOK_AGAIN_AFTER);
        String runtime = System.getProperty(RUNTIME, "local");
        CamundaProcessTestExtension extension = switch (runtime) {
            case "local" -> remote(local());
            case "managed" -> managed();
            default -> throw new IllegalArgumentException(RUNTIME + " is \"local\" or \"managed\", not " + runtime);
        };
        return extension.withCoverageReportDirectory(COVERAGE).withCoverageExcludedProcesses(Witness.PROCESS);
    }

    private static CamundaProcessTestExtension remote(LocalCamunda engine) {
        return new CamundaProcessTestExtension()
                .withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE)
                .withRemoteCamundaClientBuilderFactory(() -> CamundaClient.newClientBuilder()
                        .grpcAddress(engine.grpcAddress())
                        .restAddress(engine.restAddress())
                        .preferRestOverGrpc(false))
                .withRemoteCamundaMonitoringApiAddress(engine.restAddress());
    }

    private static CamundaProcessTestExtension managed() {
        CamundaProcessTestExtension extension = new CamundaProcessTestExtension()
                .withRuntimeMode(CamundaProcessTestRuntimeMode.MANAGED);
        String version = System.getProperty(CAMUNDA_VERSION);
        return version == null ? extension : extension.withCamundaDockerImageVersion(version);
    }

    private static synchronized LocalCamunda local() {
        LocalCamunda running = local;
        if (running == null) {
            running = LocalCamunda.builder().build().start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "end of the process tests' engine"));
            local = running;
        }
        return running;
    }
}
