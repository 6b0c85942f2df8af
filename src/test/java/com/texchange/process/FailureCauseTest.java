package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.RefusedException;
import io.camunda.client.api.search.enums.IncidentErrorType;
import jakarta.validation.ConstraintViolationException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class FailureCauseTest {

    @ParameterizedTest
    @MethodSource("failures")
    void whatAWorkerThrowsTellsTheCause(Throwable thrown, FailureCause cause) {
        assertThat(FailureCause.of(thrown)).isEqualTo(cause);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new RefusedException("onboarding.refused.ownAddress"), FailureCause.REFUSED),
                Arguments.of(new CannotGetJdbcConnectionException("timeout in its words"), FailureCause.DATABASE),
                Arguments.of(new DataAccessResourceFailureException("I/O"), FailureCause.DATABASE),
                Arguments.of(new IllegalStateException(new SQLException("terminating", "57P01")), FailureCause.DATABASE),
                Arguments.of(new IllegalArgumentException("variable 'x' is missing"), FailureCause.DATA),
                Arguments.of(new NumberFormatException("JDBC Connection"), FailureCause.DATA),
                Arguments.of(new NoSuchElementException("no onboarding"), FailureCause.DATA),
                Arguments.of(new DuplicateKeyException("again"), FailureCause.DATA),
                Arguments.of(new ConstraintViolationException(Set.of()), FailureCause.DATA),
                Arguments.of(new QueryTimeoutException("too slow"), FailureCause.TIMEOUT),
                Arguments.of(new IllegalStateException(new SocketTimeoutException("Read timed out")), FailureCause.TIMEOUT),
                Arguments.of(new IllegalStateException("the timeout is not what failed"), FailureCause.UNEXPECTED),
                Arguments.of(new IllegalStateException("wraps", new IllegalArgumentException(UUID.randomUUID().toString())),
                        FailureCause.UNEXPECTED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UNHANDLED_ERROR_EVENT    |            | REFUSED",
        "JOB_NO_RETRIES           | DATABASE   | DATABASE",
        "TASK_LISTENER_NO_RETRIES | DATA       | DATA",
        "CONDITION_ERROR          |            | EXPRESSION",
        "EXTRACT_VALUE_ERROR      | DATABASE   | EXPRESSION",
        "CALLED_ELEMENT_ERROR     |            | MODEL",
        "JOB_NO_RETRIES           |            | UNEXPECTED",
        "JOB_NO_RETRIES           | LATER_ONE  | UNEXPECTED"})
    void anIncidentTellsItByItsTypeOrByWhatTheWorkerHasLeft(IncidentErrorType type, String left, FailureCause cause) {
        assertThat(FailureCause.of(type, left)).isEqualTo(cause);
    }
}
