package com.texchange.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.JsonDecodingException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import com.vaadin.flow.server.communication.rpc.RpcInvocationHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what open pages send, in place of Vaadin's own handler. What no page writes is answered by a reload and told in one line of the
 * log: whoever sends such things must not fill it.
 */
final class PageRequests extends UidlRequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PageRequests.class);
    private static final String READING = "com.vaadin.flow.server.communication.";
    /** What that calls, down to Vaadin's components; a page's own code is not among it. */
    private static final Pattern READERS = Pattern.compile("(java|jdk|tools\\.jackson|com\\.vaadin)\\..*");
    private static final Pattern SEVERAL_LINES = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final int MOST = 200;
    private static final int MOST_CAUSES = 20;

    @Override
    protected ServerRpcHandler createRpcHandler() {
        return new Calls();
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response,
            String body) throws IOException {
        try {
            return super.synchronizedHandleRequest(session, request, response, body);
        } catch (Unreadable unreadable) {
            tell(Objects.requireNonNull(unreadable.getCause()), request);
            return Optional.of(() -> commitJsonResponse(response, VaadinService.createCriticalNotificationJSON(null, null, null, null)));
        }
    }

    /** Whether a request, and not what a page does with it, is at fault: it failed, and so did all that is behind it, before a page's code. */
    static boolean isAtFault(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES).allMatch(PageRequests::isOfReading);
    }

    private static boolean isOfReading(Throwable error) {
        StackTraceElement[] way = error.getStackTrace();
        return Arrays.stream(way).anyMatch(step -> step.getClassName().startsWith(READING))
                && Arrays.stream(way).takeWhile(step -> !step.getClassName().startsWith(READING))
                        .allMatch(step -> READERS.matcher(step.getClassName()).matches());
    }

    /** In one line, whatever the request says. */
    static void tell(Throwable error, VaadinRequest request) {
        String line = SEVERAL_LINES.matcher(error.toString()).replaceAll(" ");
        LOG.warn("A request that no page writes, from {}: {}", request.getRemoteAddr(), line.substring(0, Math.min(MOST, line.length())));
        LOG.debug("It failed here", error);
    }

    /** What a page's own code throws is caught within and goes to the session's error handler: it does not come here. */
    private static final class Calls extends ServerRpcHandler {

        private final Map<String, RpcInvocationHandler> handlers = new HashMap<>(super.getInvocationHandlers());

        Calls() {
            RpcInvocationHandler texts = new StrangersTexts();
            handlers.put(texts.getRpcType(), texts);
        }

        @Override
        protected Map<String, RpcInvocationHandler> getInvocationHandlers() {
            return handlers;
        }

        /** Vaadin asserts some of what it expects, where Java is told to look at that. */
        @Override
        public void handleRpc(UI ui, String message, VaadinRequest request)
                throws InvalidUIDLSecurityKeyException, MessageIdSyncException {
            try {
                super.handleRpc(ui, message, request);
            } catch (JsonDecodingException malformed) {
                throw new Unreadable(malformed);
            } catch (RuntimeException | AssertionError e) {
                if (e.getClass().getName().startsWith(READING) || !isAtFault(e)) {
                    throw e;
                }
                throw new Unreadable(e);
            }
        }
    }

    private static final class Unreadable extends RuntimeException {

        Unreadable(Throwable cause) {
            super(cause);
        }
    }
}
