package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.ProblemDetail;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.MalformedResponseException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    @ParameterizedTest
    @CsvSource({"ALREADY_EXISTS, ALREADY_DONE", "UNAVAILABLE, TRANSIENT", "RESOURCE_EXHAUSTED, TRANSIENT",
        "DEADLINE_EXCEEDED, TRANSIENT", "INTERNAL, TRANSIENT", "INVALID_ARGUMENT, REFUSED",
        "UNAUTHENTICATED, MISCONFIGURED", "PERMISSION_DENIED, MISCONFIGURED"})
    void understandsGrpc(Status.Code code, Failure meaning) {
        assertThat(Failure.of(new ClientStatusException(code.toStatus(), null))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"400, INVALID_ARGUMENT, REFUSED", "401, Unauthorized, MISCONFIGURED", "403, FORBIDDEN, MISCONFIGURED",
        "404, NOT_FOUND, GONE", "404, Not Found, MISCONFIGURED", "409, INVALID_STATE, TRANSIENT",
        "429, RESOURCE_EXHAUSTED, TRANSIENT", "503, UNAVAILABLE, TRANSIENT", "504, DEADLINE_EXCEEDED, TRANSIENT"})
    void understandsRest(int status, String title, Failure meaning) {
        assertThat(Failure.of(new ProblemException(status, title, new ProblemDetail().setTitle(title))))
                .isEqualTo(meaning);
    }

    @Test
    void doesNotTakeAStrangersNotFoundForAGoneTask() {
        assertThat(Failure.of(new MalformedResponseException("<html>", 404, "Not Found")))
                .isEqualTo(Failure.MISCONFIGURED);
    }

    @Test
    void takesALostConnectionAndTheUnknownForTransient() {
        assertThat(Failure.of(new ClientException(new ConnectException("refused")))).isEqualTo(Failure.TRANSIENT);
        assertThat(Failure.of(new IllegalStateException("unforeseen"))).isEqualTo(Failure.TRANSIENT);
    }
}
