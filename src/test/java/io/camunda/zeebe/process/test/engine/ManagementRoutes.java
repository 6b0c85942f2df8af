package io.camunda.zeebe.process.test.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.process.test.engine.RestServer.Request;
import io.camunda.zeebe.process.test.engine.RestServer.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The management calls that Camunda Process Test uses: the clock, and forgetting everything between two tests. */
final class ManagementRoutes {

    private final LocalCamunda camunda;

    ManagementRoutes(LocalCamunda camunda) {
        this.camunda = camunda;
    }

    void addTo(RestServer server) {
        server.add(route("GET", "/actuator/clock", request -> time()));
        server.add(route("DELETE", "/actuator/clock", request -> resetTime()));
        server.add(route("POST", "/actuator/clock/add", this::addTime));
        server.add(route("POST", "/actuator/cluster/purge", request -> purge()));
    }

    private static Route route(String method, String path, RestServer.Handler handler) {
        return new Route(method, Pattern.compile(path), handler);
    }

    private Object addTime(Request request) {
        var body = request.body(JsonNode.class);
        var offset = body == null ? null : body.get("offsetMilli");
        if (offset == null || !offset.isIntegralNumber()) {
            throw Problem.badRequest("offsetMilli is missing");
        }
        camunda.increaseTime(Duration.ofMillis(offset.longValue()));
        return time();
    }

    private Object resetTime() {
        camunda.resetTime();
        return time();
    }

    private Object time() {
        var now = camunda.now();
        return Map.of("epochMilli", now.toEpochMilli(), "instant", now.toString());
    }

    /** Done when it answers, so that nothing is left to wait for. */
    private Object purge() {
        return Map.of("changeId", camunda.purge(), "plannedChanges", List.of());
    }
}
