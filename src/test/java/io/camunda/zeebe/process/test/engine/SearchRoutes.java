package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.process.test.engine.RestServer.Request;
import io.camunda.zeebe.process.test.engine.RestServer.Route;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The searches of the REST API that Camunda Process Test and the application's pages ask. */
final class SearchRoutes {

    private final Supplier<EngineView> view;

    SearchRoutes(Supplier<EngineView> view) {
        this.view = view;
    }

    void addTo(RestServer server) {
        server.add(search("process-definitions", known -> known.definitions().all()));
        server.add(search("process-instances", known -> known.instances().processes()));
        server.add(search("element-instances", known -> known.instances().elements()));
        server.add(search("variables", known -> known.variables().all()));
        server.add(search("user-tasks", known -> known.userTasks().all()));
        server.add(search("incidents", known -> known.incidents().all()));
        server.add(search("message-subscriptions", known -> known.subscriptions().all()));
        server.add(search("correlated-message-subscriptions", known -> known.subscriptions().correlated()));
        server.add(get("process-definitions/(?<key>\\d{1,18})/xml", this::xml));
        server.add(get("process-instances/(?<key>\\d{1,18})", this::instance));
        server.add(get("process-instances/(?<key>\\d{1,18})/sequence-flows", this::flows));
        server.add(get("variables/(?<key>\\d{1,18})", this::variable));
    }

    private Route search(String what, Function<EngineView, List<?>> results) {
        // Inside the question, because the results are not to change while they are looked through.
        return new Route("POST", Pattern.compile("/v2/" + what + "/search"), request -> view.get()
                .ask(known -> Search.of(request).in(results.apply(known), request.json())));
    }

    private static Route get(String path, RestServer.Handler handler) {
        return new Route("GET", Pattern.compile("/v2/" + path), handler);
    }

    private Object xml(Request request) {
        return view.get().ask(known -> known.definitions().xml(request.key("key"))
                .map(RestServer.Xml::new)
                .orElseThrow(() -> Problem.notFound("process definition", request.key("key"))));
    }

    private Object instance(Request request) {
        var key = Long.toString(request.key("key"));
        return view.get()
                .ask(known -> known.instances().processes().stream()
                        .filter(process -> process.getProcessInstanceKey().equals(key))
                        .findFirst())
                .orElseThrow(() -> Problem.notFound("process instance", request.key("key")));
    }

    private Object flows(Request request) {
        return Map.of("items", view.get().ask(known -> List.copyOf(known.instances().flows(request.key("key")))));
    }

    private Object variable(Request request) {
        return view.get().ask(known -> known.variables().find(request.key("key")))
                .orElseThrow(() -> Problem.notFound("variable", request.key("key")));
    }
}
