package com.texchange.testing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.communication.rpc.EventRpcHandler;
import tools.jackson.databind.node.ObjectNode;

/** What somebody's own program sends in the name of the open page, past what the page offers. */
public final class ForgedRequest {

    private ForgedRequest() {
    }

    public static void press(Component component) {
        ObjectNode event = of(component).put("type", "event").put("event", "click");
        event.putObject("data");
        send(() -> new EventRpcHandler().handle(UI.getCurrent(), event));
    }

    public static ObjectNode of(Component component) {
        return JacksonUtils.createObjectNode().put("node", component.getElement().getNode().getId());
    }

    /** What fails goes to the session's error handler, as in a real request, which tells what is an error to the person. */
    public static void send(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException refused) {
            UI.getCurrent().getSession().getErrorHandler().error(new ErrorEvent(refused));
        }
    }
}
