package io.camunda.zeebe.process.test.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.camunda.client.protocol.rest.UserTaskAssignmentRequest;
import io.camunda.client.protocol.rest.UserTaskCompletionRequest;
import io.camunda.zeebe.process.test.engine.RestServer.Request;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Completes, assigns and updates user tasks. Each request is answered when the engine answers its command, which is
 * after the last task listener.
 */
final class UserTaskRoutes {

    private final Supplier<Partition> engine;
    private final Duration timeout;

    UserTaskRoutes(Supplier<Partition> engine, Duration timeout) {
        this.engine = engine;
        this.timeout = timeout;
    }

    void addTo(RestServer server) {
        server.add(route("POST", "/completion", this::complete));
        server.add(route("POST", "/assignment", this::assign));
        server.add(route("DELETE", "/assignee", this::unassign));
        server.add(route("PATCH", "", this::update));
    }

    private static RestServer.Route route(String method, String suffix, RestServer.Handler handler) {
        return new RestServer.Route(method, Pattern.compile("/v2/user-tasks/(?<key>\\d{1,18})" + suffix), handler);
    }

    private Object complete(Request request) {
        var body = Objects.requireNonNullElseGet(
                request.body(UserTaskCompletionRequest.class), UserTaskCompletionRequest::new);
        var task = new UserTaskRecord().setAction(Objects.requireNonNullElse(body.getAction(), ""));
        if (body.getVariables() != null && !body.getVariables().isEmpty()) {
            task.setVariables(variables(request, body));
        }
        return send(request, UserTaskIntent.COMPLETE, task);
    }

    private static UnsafeBuffer variables(Request request, UserTaskCompletionRequest body) {
        try {
            var json = request.json().writeValueAsString(body.getVariables());
            return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(json));
        } catch (JsonProcessingException failure) {
            throw Problem.badRequest(failure.getMessage());
        }
    }

    private Object assign(Request request) {
        var body = request.body(UserTaskAssignmentRequest.class);
        if (body == null || body.getAssignee() == null || body.getAssignee().isBlank()) {
            throw Problem.invalidArgument("No assignee provided");
        }
        var named = body.getAction() != null && !body.getAction().isBlank();
        var task = new UserTaskRecord().setAssignee(body.getAssignee()).setAction(named ? body.getAction() : "assign");
        // A claim is an assignment that does not take the task away from somebody else.
        var claims = Boolean.FALSE.equals(body.getAllowOverride());
        return send(request, claims ? UserTaskIntent.CLAIM : UserTaskIntent.ASSIGN, task);
    }

    private Object unassign(Request request) {
        return send(request, UserTaskIntent.ASSIGN, new UserTaskRecord().setAssignee("").setAction("unassign"));
    }

    private Object update(Request request) {
        return send(request, UserTaskIntent.UPDATE, UserTaskChanges.of(request));
    }

    private Object send(Request request, UserTaskIntent intent, UserTaskRecord task) {
        var key = request.key("key");
        var partition = engine.get();
        var calls = partition.restRequests();
        var call = calls.open();
        try {
            partition.commands().writeCommandWithKey(key, task.setUserTaskKey(key), metadata(intent, call));
            var rejection = call.answer().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (rejection.isPresent()) {
                throw Problem.of(rejection.get());
            }
            return null;
        } catch (TimeoutException late) {
            throw Problem.timeout();
        } catch (InterruptedException | ExecutionException stopped) {
            throw Problem.internal(stopped);
        } finally {
            calls.forget(call);
        }
    }

    private static RecordMetadata metadata(UserTaskIntent intent, RestRequests.Call call) {
        return new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(ValueType.USER_TASK)
                .intent(intent)
                .requestStreamId(RestRequests.STREAM_ID)
                .requestId(call.id());
    }
}
