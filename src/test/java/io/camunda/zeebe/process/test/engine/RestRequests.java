package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The REST calls that wait for the engine's answer. */
final class RestRequests {

    /** Tells the answers to these calls from those to gRPC calls, whose stream bears the partition's number. */
    static final int STREAM_ID = Partition.ID + 1;

    /** Why the engine refused a command. */
    record Rejection(RejectionType type, Intent command, String reason) {}

    /** One call; the answer is empty when the engine did what was asked. */
    record Call(long id, CompletableFuture<Optional<Rejection>> answer) {}

    private final RequestIds ids = new RequestIds();
    private final Map<Long, Call> waiting = new ConcurrentHashMap<>();

    Call open() {
        var call = new Call(ids.next(), new CompletableFuture<>());
        waiting.put(call.id(), call);
        return call;
    }

    void forget(Call call) {
        waiting.remove(call.id());
    }

    /** Does nothing when the caller has given up or belonged to an earlier start. */
    void answer(long id, Optional<Rejection> answer) {
        var call = waiting.remove(id);
        if (call != null) {
            call.answer().complete(answer);
        }
    }
}
