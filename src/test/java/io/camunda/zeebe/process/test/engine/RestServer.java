package io.camunda.zeebe.process.test.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small REST server on the loopback address: finds the route, turns JSON to and fro, answers refusals. */
final class RestServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    private static final int NO_BODY = -1;

    /** Answers the requests of one method whose path matches. */
    record Route(String method, Pattern path, Handler handler) {}

    /** An answer that is no JSON. */
    record Xml(String text) {}

    /** Returns the body to send, or null for an answer without one (204); throws {@link Problem} to refuse. */
    @FunctionalInterface
    interface Handler {
        Object handle(Request request);
    }

    /** One request as a handler sees it. */
    record Request(Matcher path, byte[] body, ObjectMapper json) {

        long key(String group) {
            return Long.parseLong(path.group(group));
        }

        /** The body, or null when there is none. */
        <T> T body(Class<T> type) {
            try {
                return body.length == 0 ? null : json.readValue(body, type);
            } catch (IOException failure) {
                throw Problem.badRequest("Request body could not be read: " + failure.getMessage());
            }
        }
    }

    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    RestServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(LocalCamunda.LOOPBACK, port), 0);
        } catch (BindException failure) {
            throw new PortTakenException("REST API", port, failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot open the REST server", failure);
        }
        server.setExecutor(calls);
        server.createContext("/", this::answer);
    }

    void add(Route route) {
        routes.add(route);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, handle(exchange));
            } catch (Problem problem) {
                var detail = problem.detail(exchange.getRequestURI());
                send(exchange, problem.status(), "application/problem+json", detail);
            }
        }
    }

    private Object handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = exchange.getRequestBody().readAllBytes();
        try {
            for (var route : routes) {
                var match = route.path().matcher(path);
                if (route.method().equals(exchange.getRequestMethod()) && match.matches()) {
                    return route.handler().handle(new Request(match, body, json));
                }
            }
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException failure) {
            LOG.warn("{} {} failed", exchange.getRequestMethod(), path, failure);
            throw Problem.internal(failure);
        }
        throw Problem.unknownPath(path);
    }

    private void send(HttpExchange exchange, Object answer) throws IOException {
        if (answer == null) {
            exchange.sendResponseHeaders(204, NO_BODY);
        } else if (answer instanceof Xml xml) {
            send(exchange, 200, "text/xml", xml.text().getBytes(StandardCharsets.UTF_8));
        } else {
            send(exchange, 200, "application/json", answer);
        }
    }

    private void send(HttpExchange exchange, int status, String type, Object answer) throws IOException {
        send(exchange, status, type, json.writeValueAsBytes(answer));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        calls.shutdownNow();
        calls.close();
    }
}
