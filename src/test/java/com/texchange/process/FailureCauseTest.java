package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureCauseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UNHANDLED_ERROR_EVENT    | Expected to throw an error event        | REFUSED",
        "JOB_NO_RETRIES           | RefusedException: onboarding.refused    | REFUSED",
        "JOB_NO_RETRIES           | CannotGetJdbcConnectionException: Failed to obtain JDBC Connection | DATABASE",
        "TASK_LISTENER_NO_RETRIES | DataAccessResourceFailureException: I/O | DATABASE",
        "JOB_NO_RETRIES           | IllegalArgumentException: variable 'x' is missing | DATA",
        "JOB_NO_RETRIES           | DataIntegrityViolationException: null   | DATA",
        "CONDITION_ERROR          | Expected BOOLEAN                        | EXPRESSION",
        "EXTRACT_VALUE_ERROR      | no variable found                       | EXPRESSION",
        "CALLED_ELEMENT_ERROR     | no process deployed                     | MODEL",
        "JOB_NO_RETRIES           | QueryTimeoutException: too slow         | TIMEOUT",
        "JOB_NO_RETRIES           | IllegalStateException: Read timed out   | TIMEOUT",
        "JOB_NO_RETRIES           | IllegalStateException: no code left     | UNEXPECTED",
        "UNKNOWN                  | ''                                      | UNEXPECTED"})
    void causesAreToldApart(IncidentErrorType type, String message, FailureCause cause) {
        assertThat(FailureCause.of(type, message)).isEqualTo(cause);
    }
}
