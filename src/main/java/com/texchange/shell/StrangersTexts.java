package com.texchange.shell;

import com.texchange.common.ActorHolder;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.communication.rpc.MapSyncRpcHandler;
import com.vaadin.flow.shared.JsonConstants;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what is typed into fields, and what else of a page's parts the browser changes, in place of Vaadin's own handler. All of it stays
 * in memory with the page, so that of people who are not signed in only the beginning of a long one is taken. It is longer than any of their
 * fields allows: a form says that it is too long, as it would of the whole.
 */
final class StrangersTexts extends MapSyncRpcHandler {

    static final int MOST = 2_000;

    @Override
    public Optional<Runnable> handle(UI ui, JsonNode change) {
        JsonNode value = change.get(JsonConstants.RPC_PROPERTY_VALUE);
        if (value != null && change instanceof ObjectNode changed && isStrangers(VaadinRequest.getCurrent())) {
            String text = value.isString() ? value.stringValue() : value.toString();
            if (text.length() > MOST) {
                changed.put(JsonConstants.RPC_PROPERTY_VALUE, beginning(text));
            }
        }
        return super.handle(ui, change);
    }

    /** Shorter by one where else a character that takes two would be halved. */
    private static String beginning(String text) {
        return text.substring(0, Character.isSurrogatePair(text.charAt(MOST - 1), text.charAt(MOST)) ? MOST - 1 : MOST);
    }

    /** As the request knows it, see {@link LargeRequests}. */
    private static boolean isStrangers(@Nullable VaadinRequest request) {
        return request == null || ActorHolder.actorOf(request.getUserPrincipal()).isEmpty();
    }
}
