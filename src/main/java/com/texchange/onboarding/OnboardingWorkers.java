package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties the job types of the process {@code distributor-onboarding} to its steps. */
@Configuration(proxyBeanMethods = false)
class OnboardingWorkers {

    private final OnboardingSteps steps;
    private final PartnershipStep partnership;
    private final EarlyEnds ends;
    private final ProcessInstances instances;

    OnboardingWorkers(OnboardingSteps steps, PartnershipStep partnership, EarlyEnds ends, ProcessInstances instances) {
        this.steps = steps;
        this.partnership = partnership;
        this.ends = ends;
        this.instances = instances;
    }

    @Bean
    ProcessWorker sendInvitation() {
        return ProcessWorker.of("send-invitation", job -> {
            OnboardingId id = new OnboardingId(job.uuid("onboardingId"));
            try {
                return Map.of("onboardingEnded", steps.sendInvitation(id, job.processInstanceKey()));
            } catch (RuntimeException failed) {
                onboarding(job);
                throw failed;
            }
        });
    }

    @Bean
    ProcessWorker sendReminder() {
        return ProcessWorker.withoutResult("send-reminder", job -> steps.sendReminder(onboarding(job), occasion(job)));
    }

    @Bean
    ProcessWorker expireInvitation() {
        return ProcessWorker.of("expire-invitation", job -> ends.expire(onboarding(job)));
    }

    @Bean
    ProcessWorker revokeInvitation() {
        return ProcessWorker.withoutResult("revoke-invitation", job -> ends.notifyRevoked(onboarding(job)));
    }

    @Bean
    ProcessWorker closeRejected() {
        return ProcessWorker.withoutResult("close-rejected", job -> ends.closeRejected(onboarding(job)));
    }

    @Bean
    ProcessWorker notifyDeclined() {
        return ProcessWorker.withoutResult("notify-declined", job -> ends.notifyDeclined(onboarding(job)));
    }

    @Bean
    ProcessWorker establishPartnership() {
        return ProcessWorker.withoutResult("establish-partnership", job -> partnership.establish(onboarding(job)));
    }

    @Bean
    ProcessWorker remindConnection() {
        return ProcessWorker.withoutResult("remind-connection",
                job -> steps.remindConnection(onboarding(job), occasion(job)));
    }

    @Bean
    ProcessWorker confirmOnboarding() {
        return ProcessWorker.withoutResult("confirm-onboarding", job -> steps.confirm(onboarding(job)));
    }

    /** Whose job it is; before its step runs, so that the path is known even of a step that fails. */
    private OnboardingId onboarding(ProcessJob job) {
        OnboardingId id = new OnboardingId(job.uuid("onboardingId"));
        if (!instances.isNoted(id, job.processInstanceKey())) {
            instances.note(id, job.processInstanceKey());
        }
        return id;
    }

    /** The same for every run of one job, another for the next round of a timer. */
    private static String occasion(ProcessJob job) {
        return Long.toString(job.elementInstanceKey());
    }
}
