package com.texchange.shell;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.SessionExpiredHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Refuses requests of a type that no page asks. Vaadin takes them for ones whose session is over, and says so as plain text, in place of which
 * the answer to errors cannot be written.
 */
final class UnknownRequests implements SessionExpiredHandler {

    /** Others are of web components and of pages that are made in the browser: there are none. */
    private static final Set<RequestType> OF_PAGES = EnumSet.of(RequestType.INIT, RequestType.UIDL, RequestType.HEARTBEAT, RequestType.PUSH,
            RequestType.BROWSER_TOO_OLD);
    /** Those that begin a session, and those whose own handlers say that it is over. */
    private static final Set<RequestType> WITHOUT_SESSION = EnumSet.of(RequestType.INIT, RequestType.UIDL, RequestType.HEARTBEAT, RequestType.PUSH);

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response) throws IOException {
        return isRefused(OF_PAGES, request, response);
    }

    @Override
    public boolean handleSessionExpired(VaadinRequest request, VaadinResponse response) throws IOException {
        return isRefused(WITHOUT_SESSION, request, response);
    }

    private static boolean isRefused(Set<RequestType> known, VaadinRequest request, VaadinResponse response) throws IOException {
        if (request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) == null
                || known.stream().anyMatch(type -> HandlerHelper.isRequestType(request, type))) {
            return false;
        }
        response.sendError(HttpServletResponse.SC_BAD_REQUEST, "");
        return true;
    }
}
