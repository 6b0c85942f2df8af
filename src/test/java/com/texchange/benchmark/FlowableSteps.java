package com.texchange.benchmark;

import com.texchange.common.OnboardingId;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessMessage;
import com.texchange.process.ProcessWorker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Flowable's engine on the application's database and in its transactions; its service tasks are the application's own steps. */
@TestComponent
class FlowableSteps implements AutoCloseable {

    /** Each automatic step in a transaction of its own, which can be repeated by itself: as the application promises it. */
    static final String STEP_BY_STEP = "onboarding";
    /** All that a click leads to in the click's own transaction: nothing is repeated, and whoever clicks waits for it. */
    static final String AT_ONCE = "onboarding-at-once";

    private static final Map<String, String> JOBS = Map.of("Task_SendInvitation", "send-invitation",
            "Task_EstablishPartnership", "establish-partnership", "Task_ConnectOrdered", "connect-licenses",
            "Task_PublishConnections", "publish-connections", "Task_ConfirmOnboarding", "confirm-onboarding");
    private static final String PROCESS = "benchmark/flowable-onboarding.bpmn20.xml";
    private static final int THREADS = 16;

    private final Map<String, ProcessWorker> workers;
    private final ProcessEngine engine;
    private final Map<UUID, String> instances = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Long>> committed = new ConcurrentHashMap<>();
    /** The process whose onboarding the thread is at; none of the threads that work for the cluster. */
    private final ThreadLocal<@Nullable String> process = new ThreadLocal<>();

    FlowableSteps(DataSource dataSource, PlatformTransactionManager transactions, List<ProcessWorker> workers, EngineCommands commands)
            throws Exception {
        this.workers = workers.stream().collect(Collectors.toMap(ProcessWorker::jobType, Function.identity()));
        engine = configuration(dataSource, transactions).buildProcessEngine();
        String steps = new ClassPathResource(PROCESS).getContentAsString(StandardCharsets.UTF_8);
        engine.getRepositoryService().createDeployment().addString(PROCESS, steps).deploy();
        engine.getRepositoryService().createDeployment().addString(PROCESS, steps.replace("flowable:async=\"true\"", "")
                .replace("process id=\"" + STEP_BY_STEP + '"', "process id=\"" + AT_ONCE + '"')).deploy();
        engine.startExecutors();
        ((Advised) commands).addAdvice(0, (MethodInterceptor) this::command);
    }

    private SpringProcessEngineConfiguration configuration(DataSource dataSource, PlatformTransactionManager transactions) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        // Which way an onboarding has gone is shown.
        configuration.setHistoryLevel(HistoryLevel.ACTIVITY);
        // The other one takes a second connection for its numbers while it has one.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(Map.of("step", (JavaDelegate) this::step));
        configuration.setAsyncExecutorActivate(true);
        configuration.setAsyncExecutorCorePoolSize(THREADS);
        configuration.setAsyncExecutorMaxPoolSize(THREADS);
        return configuration;
    }

    /** Lets commands to the engine that are given meanwhile go to this one, in the transaction that gives them. */
    <T> T within(String name, Callable<T> action) throws Exception {
        String before = process.get();
        process.set(name);
        try {
            return action.call();
        } finally {
            process.set(before);
        }
    }

    private @Nullable Object command(MethodInvocation call) throws Throwable {
        String name = process.get();
        if (name == null) {
            return call.proceed();
        }
        if (!(call.getArguments()[0] instanceof ProcessMessage message)) {
            throw new IllegalStateException("not a step of the benchmark: " + call.getMethod());
        }
        UUID onboarding = UUID.fromString(message.correlationKey());
        if (message.name().equals("distributor-invited")) {
            instances.put(onboarding, engine.getRuntimeService()
                    .startProcessInstanceByKey(name, onboarding.toString(), message.variables()).getId());
        } else {
            engine.getRuntimeService().messageEventReceived(message.name(), engine.getRuntimeService().createExecutionQuery()
                    .processInstanceId(instances.get(onboarding)).messageEventSubscriptionName(message.name()).singleResult().getId(),
                    message.variables());
        }
        return null;
    }

    private void step(DelegateExecution execution) {
        String element = execution.getCurrentActivityId();
        UUID onboarding = UUID.fromString(String.valueOf(execution.getVariable("onboardingId")));
        String name = execution.getProcessDefinitionId().split(":")[0];
        try {
            within(name, () -> workers.get(JOBS.get(element)).handle(new ProcessJob(0, name, onboarding.getMostSignificantBits() >>> 1,
                    element, 0, execution.getVariables(), Map.of()))).forEach(execution::setVariable);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                future(element, onboarding).complete(System.nanoTime());
            }
        });
    }

    /** @return when the step was committed, by {@link System#nanoTime} */
    long await(String step, OnboardingId id) throws Exception {
        return future(step, id.value()).get(1, TimeUnit.MINUTES);
    }

    private CompletableFuture<Long> future(String step, UUID onboarding) {
        return committed.computeIfAbsent(step + onboarding, unknown -> new CompletableFuture<>());
    }

    void complete(String task, OnboardingId id, Map<String, Object> variables) {
        engine.getTaskService().complete(engine.getTaskService().createTaskQuery().processInstanceId(instances.get(id.value()))
                .taskDefinitionKey(task).singleResult().getId(), variables);
    }

    void forget() {
        instances.clear();
        committed.clear();
    }

    @Override
    public void close() {
        engine.close();
    }
}
