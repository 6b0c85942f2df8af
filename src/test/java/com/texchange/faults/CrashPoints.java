package com.texchange.faults;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Tells what a child does, and makes it wait for its end at the chosen places. */
final class CrashPoints implements BeanPostProcessor {

    private final List<String> armed;

    private CrashPoints(List<String> armed) {
        this.armed = armed;
    }

    /** A place in the application, with what tells one passage from the others. */
    enum Point {
        /** A step has committed, its job is not completed; job type and the onboarding's id. */
        STEP_COMMITTED,
        /** The mail server has taken a letter, which is not recorded; its recipient. */
        LETTER_TAKEN,
        /** A durable task is picked and not begun; task name and what its id begins with. */
        TASK_PICKED,
        /** A durable engine command is sent and not removed; as above. */
        TASK_DONE;

        String at(String... which) {
            return name() + ":" + String.join(":", which);
        }
    }

    static CrashPoints parse(String points) {
        return new CrashPoints(Arrays.stream(points.split(",")).filter(point -> !point.isBlank()).toList());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case ProcessWorker worker -> watched(worker);
            case Object connections when name.equals("smtpConnections") -> watchedConnections(connections);
            default -> bean;
        };
    }

    private ProcessWorker watched(ProcessWorker worker) {
        return ProcessWorker.of(worker.jobType(), job -> {
            Map<String, Object> result = worker.handle(job);
            Object onboarding = job.variables().get("onboardingId");
            ChildApplication.tell(step(worker.jobType(), job, onboarding));
            reach(Point.STEP_COMMITTED.at(worker.jobType(), String.valueOf(onboarding)));
            return result;
        });
    }

    private static String step(String jobType, ProcessJob job, Object onboarding) {
        return "step %s %s of %s %d: job %d".formatted(jobType, onboarding, job.processId(),
                job.processInstanceKey(), job.key());
    }

    /** Of the mail module, whose classes are its own affair. */
    private Object watchedConnections(Object connections) {
        ProxyFactory proxy = new ProxyFactory(connections);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor) call -> {
            Object result = call.proceed();
            if (call.getMethod().getName().equals("send")) {
                MimeMessage letter = (MimeMessage) call.getArguments()[0];
                String recipient = letter.getAllRecipients()[0].toString();
                ChildApplication.tell("letter " + recipient);
                reach(Point.LETTER_TAKEN.at(recipient));
            }
            return result;
        });
        return proxy.getProxy();
    }

    CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        reach(Point.TASK_PICKED.at(task.getTaskName(), task.getId()));
        CompletionHandler<?> completion = chain.proceed(task, context);
        ChildApplication.tell("task %s %s".formatted(task.getTaskName(), task.getId()));
        if (completion instanceof CompletionHandler.OnCompleteRemove<?>) {
            reach(Point.TASK_DONE.at(task.getTaskName(), task.getId()));
        }
        return completion;
    }

    /** Waits for ever if the place is armed: only the end of the process ends it. */
    private void reach(String place) {
        armed.stream().filter(place::startsWith).findFirst().ifPresent(point -> {
            ChildApplication.tell(point);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("A child is killed, not stopped", e);
            }
        });
    }
}
