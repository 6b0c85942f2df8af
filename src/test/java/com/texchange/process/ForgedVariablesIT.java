package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever can start processes or set their variables by other ways, in Operate or by a mistake, changes nothing here by them. */
@IntegrationTest
class ForgedVariablesIT {

    private static final List<String> KNOWN = List.of("onboardingId", "registrationId", "orderId", "grantRequestId", "distributorId", "supplierId",
            "partnershipId", "accountId", "companyId", "expiresAt", "reminder", "kind");
    private static final int MEGABYTES_3 = 3 * 1024 * 1024;
    private static final int MOST_WORDS = 500;
    @Autowired
    List<ProcessWorker> workers;
    @Autowired
    JdbcClient jdbc;

    static Stream<Object> values() {
        return Stream.of("nonsense", "", " ", 5, true, List.of(), Map.of("a", "b"), "x".repeat(MEGABYTES_3), "'; drop table company; --", "\0",
                UUID.randomUUID() + "\n", UUID.randomUUID().toString());
    }

    @ParameterizedTest
    @MethodSource("values")
    void mistypedVariablesEndInAFailureThatFitsALine(Object value) {
        Map<String, Object> variables = new HashMap<>();
        KNOWN.forEach(name -> variables.put(name, value));

        assertThat(workers).hasSizeGreaterThan(20);
        handleAll(variables);
    }

    @org.junit.jupiter.api.Test
    void missingVariablesEndInAFailure() {
        handleAll(Map.of());
    }

    private void handleAll(Map<String, Object> variables) {
        String before = everything();
        for (ProcessWorker worker : workers) {
            for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("io.camunda.zeebe:userTaskKey", "no number"))) {
                try {
                    worker.handle(new ProcessJob(1, "process-of-test", 7, "Task", 8, variables, headers));
                } catch (DataAccessException e) {
                    throw new AssertionError(worker.jobType() + " brings it as far as the database", e);
                } catch (RuntimeException refused) {
                    assertThat(String.valueOf(refused.getMessage())).as(worker.jobType()).hasSizeLessThan(MOST_WORDS);
                }
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    /** What such a step could change. */
    private String everything() {
        return Stream.of("onboarding", "registration", "connection_order", "account", "company", "partnership", "user_task", "mail_delivery")
                .map(table -> table + " " + jdbc.sql("select count(*) from " + table).query(Long.class).single()).toList().toString();
    }
}
