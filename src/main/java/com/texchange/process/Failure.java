package com.texchange.process;

import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;

/** What a failed command means for whoever sent it. */
enum Failure {

    /** The engine has it already, from an earlier attempt whose answer was lost. */
    ALREADY_DONE,
    /** The engine has no such user task any more. */
    GONE,
    /** The same command may succeed later: no connection, overload, a task whose listener still runs. */
    TRANSIENT,
    /** Address, credentials or rights are wrong; the command succeeds once an operator has put that right. */
    MISCONFIGURED,
    /** The engine understood the command and will never take it as it is. */
    REFUSED;

    private static final String NOT_FOUND = "NOT_FOUND";

    /** What is not understood counts as transient: better one attempt too many than a lost command. */
    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientStatusException grpc) {
                return of(grpc.getStatusCode());
            }
            if (cause instanceof ClientHttpException http) {
                return of(http);
            }
        }
        return TRANSIENT;
    }

    private static Failure of(Status.Code code) {
        return switch (code) {
            case ALREADY_EXISTS -> ALREADY_DONE;
            case INVALID_ARGUMENT, NOT_FOUND, FAILED_PRECONDITION, OUT_OF_RANGE -> REFUSED;
            case UNAUTHENTICATED, PERMISSION_DENIED, UNIMPLEMENTED -> MISCONFIGURED;
            default -> TRANSIENT;
        };
    }

    private static Failure of(ClientHttpException http) {
        return switch (http.code()) {
            case 400 -> REFUSED;
            case 404 -> isFromEngine(http) ? GONE : MISCONFIGURED;
            // The engine answers so only while a listener of the task runs: afterwards the task is open, or gone (404).
            case 409 -> TRANSIENT;
            case 408, 429 -> TRANSIENT;
            default -> http.code() < 500 ? MISCONFIGURED : TRANSIENT;
        };
    }

    /** Whether a listener of the task still runs, for moments as a rule. */
    static boolean isTooEarly(Throwable thrown) {
        return thrown instanceof ClientHttpException http && http.code() == 409;
    }

    /** A proxy or another program behind a wrong address answers 404 as well, and must not make a task look gone. */
    private static boolean isFromEngine(ClientHttpException http) {
        return http instanceof ProblemException problem && problem.details() != null
                && NOT_FOUND.equals(problem.details().getTitle());
    }

    /** @return one line for the log; the client's own messages spread over several */
    static String reason(Throwable thrown) {
        String detail = thrown instanceof ProblemException problem && problem.details() != null
                ? problem.details().getDetail() : null;
        String text = detail != null ? detail : String.valueOf(thrown.getMessage());
        return text.replaceAll("\\s+", " ");
    }
}
