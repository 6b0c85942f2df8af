package com.texchange.process;

import com.texchange.common.Backoff;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the process files to the engine at every start, repeated until it takes them. The engine gives a new version
 * only to a process that changed, so several instances and restarts do no harm.
 */
@Component
class ProcessDeployment implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployment.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), 1.6, Duration.ofSeconds(15));

    private final CamundaClient client;
    private final Consumer<Boolean> recognizeEngine;
    private final boolean mayReplaceEngine;
    private final Runnable deployed;
    private final Resource[] files;
    private volatile boolean settled;
    private volatile boolean engineUnknown;
    private volatile @Nullable Thread thread;

    @Autowired
    ProcessDeployment(CamundaClient client, EngineMarker marker, CamundaProperties properties,
            ApplicationEventPublisher events, ResourcePatternResolver resources) throws IOException {
        this(client, mayReplace -> {
            marker.recognize(mayReplace);
            events.publishEvent(new EngineRecognized());
        }, properties.recreateLostInstances(),
                () -> events.publishEvent(new ProcessesDeployed()),
                resources.getResources("classpath*:processes/*.bpmn"));
    }

    /**
     * @param recognizeEngine  done before each attempt; told whether an engine that is unknown may take the other's place
     * @param mayReplaceEngine whether it may at the start
     * @param deployed         done once the engine has the processes
     */
    ProcessDeployment(CamundaClient client, Consumer<Boolean> recognizeEngine, boolean mayReplaceEngine,
            Runnable deployed, Resource... files) {
        this.client = client;
        this.recognizeEngine = recognizeEngine;
        this.mayReplaceEngine = mayReplaceEngine;
        this.deployed = deployed;
        this.files = files;
        this.settled = files.length == 0;
    }

    /** Whether the engine has answered: it has the processes, or it refused them and the log says why. */
    boolean isSettled() {
        return settled;
    }

    /** Whether the engine that answers is not the one that knows this installation: nothing is sent to it then. */
    boolean isEngineUnknown() {
        return engineUnknown;
    }

    @Override
    public synchronized void start() {
        if (!settled && thread == null) {
            // Known before it runs, since it goes on only while it is the current one.
            Thread starting = Thread.ofVirtual().name("process-deployment").unstarted(this::deployUntilAnswered);
            thread = starting;
            starting.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void deployUntilAnswered() {
        for (int failures = 1; thread == Thread.currentThread(); failures++) {
            try {
                deployNow(mayReplaceEngine);
                deployed.run();
                return;
            } catch (RuntimeException e) {
                if (thread != Thread.currentThread() || !worthRepeating(e) || !pause(failures)) {
                    return;
                }
            }
        }
    }

    /**
     * One attempt.
     *
     * @param mayReplace whether an engine that is unknown may take the place of the one that knew this installation
     * @throws UnknownEngineException if it may not
     * @throws RuntimeException what it means says {@link Failure#of}
     */
    void deployNow(boolean mayReplace) {
        recognizeEngine.accept(mayReplace);
        DeploymentEvent answer = deploy();
        engineUnknown = false;
        settled = true;
        LOG.info("Camunda has the processes: {}", answer.getProcesses().stream()
                .map(process -> process.getBpmnProcessId() + " version " + process.getVersion())
                .sorted()
                .collect(Collectors.joining(", ")));
    }

    private boolean worthRepeating(RuntimeException e) {
        if (e instanceof UnknownEngineException) {
            tellUnknown(e);
            return true;
        }
        switch (Failure.of(e)) {
            case REFUSED -> {
                settled = true;
                LOG.error("Camunda refused the processes; it goes on with those that it had before: {}", Failure.reason(e));
                return false;
            }
            case MISCONFIGURED ->
                    LOG.error("Address, credentials or rights for Camunda do not allow to deploy: {}", Failure.reason(e));
            default -> LOG.debug("Camunda did not take the processes yet", e);
        }
        return true;
    }

    /** Once: it lasts until somebody does something about it. */
    private void tellUnknown(RuntimeException e) {
        if (!engineUnknown) {
            engineUnknown = true;
            LOG.error("{}. Nothing is sent to it, and what people do is kept. Put t-exchange.camunda.grpc-address and "
                    + "rest-address right; or, if the cluster was rebuilt, have a process manager begin its processes anew "
                    + "or start with t-exchange.camunda.recreate-lost-instances=true", e.getMessage());
        }
    }

    private DeploymentEvent deploy() {
        DeployResourceCommandStep1 command = client.newDeployResourceCommand();
        return Arrays.stream(files)
                .map(file -> command.addResourceBytes(content(file), String.valueOf(file.getFilename())))
                .reduce((first, last) -> last)
                .map(DeployResourceCommandStep2::send)
                .orElseThrow()
                .join();
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean pause(int failures) {
        try {
            Thread.sleep(BACKOFF.after(failures));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
