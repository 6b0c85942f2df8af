package com.texchange.processes;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import io.camunda.zeebe.process.test.engine.LocalCamunda;
import java.time.Duration;

/**
 * What Camunda Process Test runs on: the engine in this JVM, as a remote runtime, or, with
 * {@code -Dprocess-tests.runtime=managed}, the container of a whole Camunda that Camunda Process Test manages itself,
 * which needs Docker.
 */
final class ProcessTestEngine {

    private static final boolean MANAGED = "managed".equals(System.getProperty("process-tests.runtime"));

    private ProcessTestEngine() {
    }

    /** To be registered in a static field of a test class. */
    static CamundaProcessTestExtension extension() {
        CamundaAssert.setAssertionTimeout(Duration.ofSeconds(30));
        CamundaProcessTestExtension extension = new CamundaProcessTestExtension();
        if (MANAGED) {
            return extension;
        }
        LocalCamunda engine = Local.ENGINE;
        return extension.withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE)
                .withRemoteCamundaMonitoringApiAddress(engine.restAddress())
                .withRemoteCamundaClientBuilderFactory(() -> CamundaClient.newClientBuilder()
                        .applyEnvironmentVariableOverrides(false)
                        .grpcAddress(engine.grpcAddress())
                        .restAddress(engine.restAddress()));
    }

    /** One for all classes of a run, started by the first. */
    private static final class Local {

        private static final LocalCamunda ENGINE = start();

        private static LocalCamunda start() {
            LocalCamunda engine = LocalCamunda.builder().build().start();
            Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
            return engine;
        }
    }
}
