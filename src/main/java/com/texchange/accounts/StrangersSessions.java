package com.texchange.accounts;

import com.texchange.common.NetworkSource;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sessions of people who are not signed in, by where they come from: a session holds memory, and anybody can have one made. Of one source the
 * youngest stay. Who has lost one can sign in all the same.
 */
@Component
class StrangersSessions implements HttpSessionListener {

    static final int MOST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(StrangersSessions.class);
    private static final String SOURCE = StrangersSessions.class.getName();

    private final Map<String, Deque<HttpSession>> bySource = new HashMap<>();

    /** A session has just been made for somebody from there. */
    void came(NetworkSource source, HttpSession session) {
        session.setAttribute(SOURCE, source.line());
        // Not under the lock: ending a session calls back.
        add(source.line(), session).forEach(StrangersSessions::end);
    }

    private synchronized List<HttpSession> add(String source, HttpSession session) {
        Deque<HttpSession> sessions = bySource.computeIfAbsent(source, first -> new ArrayDeque<>());
        sessions.addLast(session);
        List<HttpSession> tooMany = new ArrayList<>();
        if (sessions.size() > MOST) {
            sessions.removeIf(one -> !isStrangers(one));
            while (sessions.size() > MOST) {
                tooMany.add(sessions.removeFirst());
            }
        }
        return tooMany;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        Object source = attribute(event.getSession(), SOURCE);
        if (source != null) {
            remove((String) source, event.getSession());
        }
    }

    private synchronized void remove(String source, HttpSession session) {
        bySource.computeIfPresent(source, (line, sessions) -> {
            sessions.removeIf(one -> one.equals(session));
            return sessions.isEmpty() ? null : sessions;
        });
    }

    /** Who has signed in meanwhile is no stranger any more. */
    private static boolean isStrangers(HttpSession session) {
        return SignedInPerson.of(attribute(session, SignedInPerson.KEPT_AS)).isEmpty() && attribute(session, SOURCE) != null;
    }

    private static @Nullable Object attribute(HttpSession session, String name) {
        try {
            return session.getAttribute(name);
        } catch (IllegalStateException ended) {
            return null;
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            LOG.trace("Ended by itself", endedMeanwhile);
        }
    }
}
