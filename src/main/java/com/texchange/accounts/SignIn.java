package com.texchange.accounts;

import com.texchange.common.Routes;
import com.vaadin.flow.router.QueryParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links to the sign-in page, for pages that anybody can see and that need a person to go on. */
public final class SignIn {

    /** The route's query parameter that says where to go on; also the attribute of a request that comes back from elsewhere. */
    public static final String CONTINUE = "continue";
    /** The parameter that says that a session has ended. */
    public static final String ENDED = "ended";
    /**
     * Where an open page goes by itself that finds its session ended; leads to the sign-in page, which says so, and back. The server's word
     * that it has ended may have been lost on the way, as when another page of the session was quicker.
     */
    public static final String SESSION_OVER = "/session/over";
    /** The parameter that says that the code of the second step is a recovery code. It chooses words and nothing else. */
    public static final String RECOVERY = "recovery";
    private static final int MAX_LENGTH = 2000;
    /** A second slash, a backslash or a character that browsers drop would lead to another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");

    private SignIn() {
    }

    /**
     * The sign-in page, which goes on to a page of this application afterwards.
     *
     * @param path begins with one slash and is encoded as it stands in a browser's address, e.g. {@code /join?invite=x}
     * @return relative to the application's root
     * @throws IllegalArgumentException if it is not such a path
     */
    public static String link(String path) {
        if (!isLocal(path)) {
            throw new IllegalArgumentException("not a path of this application");
        }
        return Routes.with(Routes.LOGIN, CONTINUE, path);
    }

    /**
     * A page on the way to sign-in, with what {@link #link} has been given for afterwards.
     *
     * @param route as the sign-in page itself, or one that leads back to it
     */
    public static String keeping(String route, Optional<String> path) {
        return path.filter(SignIn::isLocal).map(local -> Routes.with(route, CONTINUE, local)).orElse(route);
    }

    /**
     * The sign-in page that says that a session has ended.
     *
     * @param path as {@link #keeping} takes it; that of a page whose link is used up is left out
     * @return relative to the application's root
     */
    static String afterEnd(Optional<String> path) {
        String page = keeping(Routes.LOGIN, path.filter(before -> !before.startsWith("/" + Routes.CONFIRM_ADDRESS)));
        return page + (page.contains("?") ? "&" : "?") + ENDED + "=1";
    }

    /** Where a page's address says to go on after sign-in. */
    public static Optional<String> path(QueryParameters query) {
        return query.getSingleParameter(CONTINUE).filter(SignIn::isLocal);
    }

    /** The same of a request: as its form says, or, where a browser comes back from elsewhere, as it was said when it went there. */
    public static Optional<String> path(HttpServletRequest request) {
        Object kept = request.getAttribute(CONTINUE);
        return Optional.ofNullable(kept instanceof String said ? said : request.getParameter(CONTINUE)).filter(SignIn::isLocal);
    }

    /** Whether it is safe to send a browser there: a path of this application and nothing else. */
    public static boolean isLocal(String path) {
        return path.length() <= MAX_LENGTH && LOCAL.matcher(path).matches();
    }
}
