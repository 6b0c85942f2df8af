package com.texchange.registrations;

import com.texchange.common.RegistrationId;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of the process {@code distributor-registration}. */
@Configuration(proxyBeanMethods = false)
class RegistrationWorkers {

    @Bean
    ProcessWorker openAccount(AccountOpening accounts) {
        return ProcessWorker.of("open-account",
                job -> Map.of("distributorCompanyId", accounts.open(registration(job)).toString()));
    }

    @Bean
    ProcessWorker notifyRejected(Rejection rejection) {
        return ProcessWorker.withoutResult("notify-rejected", job -> rejection.tell(registration(job)));
    }

    @Bean
    ProcessWorker escalateRegistration(RegistrationLetters letters) {
        return ProcessWorker.withoutResult("escalate-registration", job -> letters.overdue(registration(job)));
    }

    private static RegistrationId registration(ProcessJob job) {
        return new RegistrationId(job.uuid("registrationId"));
    }
}
