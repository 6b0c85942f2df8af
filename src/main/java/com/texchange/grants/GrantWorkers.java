package com.texchange.grants;

import com.texchange.common.GrantRequestId;
import com.texchange.process.ProcessWorker;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties the job type of the process {@code grant-request} to its step. */
@Configuration(proxyBeanMethods = false)
class GrantWorkers {

    @Bean
    ProcessWorker settleGrantRequest(GrantSteps steps) {
        return ProcessWorker.of("settle-grant-request", job -> Map.of(GrantDecisions.GRANTED,
                steps.settle(new GrantRequestId(job.uuid("grantRequestId")),
                        Boolean.TRUE.equals(job.variables().get(GrantDecisions.GRANTED)))));
    }
}
