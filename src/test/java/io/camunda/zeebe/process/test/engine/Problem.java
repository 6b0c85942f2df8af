package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.ProblemDetail;
import java.net.URI;

/** A refused REST request, answered with problem details (RFC 9457) as a cluster does. */
final class Problem extends RuntimeException {

    private final int status;
    private final String title;

    private Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    static Problem of(RestRequests.Rejection rejection) {
        var detail = "Command '%s' rejected with code '%s': %s"
                .formatted(rejection.command(), rejection.type(), rejection.reason());
        var status =
                switch (rejection.type()) {
                    case INVALID_ARGUMENT -> 400;
                    case UNAUTHORIZED -> 401;
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case INVALID_STATE, ALREADY_EXISTS -> 409;
                    default -> 500;
                };
        return new Problem(status, rejection.type().name(), detail);
    }

    static Problem invalidArgument(String detail) {
        return new Problem(400, "INVALID_ARGUMENT", detail);
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail);
    }

    static Problem notFound(String what, long key) {
        return new Problem(404, "NOT_FOUND", "There is no %s %d".formatted(what, key));
    }

    static Problem unknownPath(String path) {
        return new Problem(404, "Not Found", "No endpoint " + path + " in the local engine");
    }

    static Problem timeout() {
        return new Problem(504, "DEADLINE_EXCEEDED", "No answer in time; a task listener may be waiting");
    }

    static Problem internal(Exception failure) {
        return new Problem(500, "INTERNAL_ERROR", String.valueOf(failure.getMessage()));
    }

    int status() {
        return status;
    }

    ProblemDetail detail(URI request) {
        return new ProblemDetail()
                .type(URI.create("about:blank"))
                .title(title)
                .status(status)
                .detail(getMessage())
                .instance(URI.create(request.getRawPath()));
    }
}
