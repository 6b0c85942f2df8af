package com.texchange.accounts;

import com.texchange.common.NetworkSource;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sessions of people who are not signed in, by where they come from: a session holds memory, and anybody can have one made. Of one source the
 * youngest stay, so of one site of IPv6, and of all. Who has lost one can sign in all the same.
 */
@Component
class StrangersSessions implements HttpSessionListener {

    static final int MOST = 100;
    /** A site has 2^16 lines at its disposal, and people at a few of them. */
    static final int MOST_OF_SITE = 300;
    /** Sources are cheap, too. With five pages in each that is ten thousand pages; between coming and signing in, far fewer people are on their way. */
    static final int MOST_OF_ALL = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(StrangersSessions.class);
    private static final String STRANGER = StrangersSessions.class.getName();
    /** No address reads so. */
    private static final String ALL = "all";

    private final Map<String, Map<Stranger, HttpSession>> bySource = new HashMap<>();

    /** Whose sessions are counted together. */
    private record Group(String source, int most) {
    }

    /** What a session of a stranger is known by; each is another. */
    private static final class Stranger {

        private final List<Group> groups;

        private Stranger(NetworkSource source) {
            groups = Stream.of(Stream.of(new Group(source.line(), MOST)), source.site().map(site -> new Group(site, MOST_OF_SITE)).stream(),
                    Stream.of(new Group(ALL, MOST_OF_ALL))).flatMap(all -> all).toList();
        }
    }

    /** A session has just been made for somebody from there. */
    void came(NetworkSource source, HttpSession session) {
        Stranger stranger = new Stranger(source);
        session.setAttribute(STRANGER, stranger);
        // Not under the lock: ending a session calls back.
        add(stranger, session).forEach(StrangersSessions::end);
    }

    private synchronized List<HttpSession> add(Stranger stranger, HttpSession session) {
        stranger.groups.forEach(group -> bySource.computeIfAbsent(group.source(), first -> new LinkedHashMap<>()).put(stranger, session));
        return stranger.groups.stream().flatMap(group -> removeTooMany(group).stream()).toList();
    }

    private List<HttpSession> removeTooMany(Group group) {
        Map<Stranger, HttpSession> sessions = bySource.getOrDefault(group.source(), Map.of());
        List<HttpSession> tooMany = new ArrayList<>();
        if (sessions.size() > group.most()) {
            sessions.entrySet().stream().filter(one -> !isStrangers(one.getValue())).map(Map.Entry::getKey).toList().forEach(this::remove);
        }
        while (sessions.size() > group.most()) {
            Stranger oldest = group.source().equals(ALL) ? oldestOfTheFullest(sessions.keySet()) : sessions.keySet().iterator().next();
            tooMany.add(Objects.requireNonNull(sessions.get(oldest)));
            remove(oldest);
        }
        return tooMany;
    }

    /** Whoever fills the room makes it: a source that holds much loses its own. */
    private Stranger oldestOfTheFullest(Set<Stranger> all) {
        int most = bySource.entrySet().stream().filter(source -> !source.getKey().equals(ALL)).mapToInt(source -> source.getValue().size()).max()
                .orElseThrow();
        return all.stream().filter(one -> one.groups.stream().filter(group -> !group.source().equals(ALL))
                .anyMatch(group -> bySource.getOrDefault(group.source(), Map.of()).size() == most)).findFirst().orElseThrow();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (attribute(event.getSession(), STRANGER) instanceof Stranger stranger) {
            remove(stranger);
        }
    }

    private synchronized void remove(Stranger stranger) {
        stranger.groups.forEach(group -> bySource.computeIfPresent(group.source(), (same, sessions) -> {
            sessions.remove(stranger);
            return sessions.isEmpty() ? null : sessions;
        }));
    }

    /** Who has signed in meanwhile is no stranger any more. */
    private static boolean isStrangers(HttpSession session) {
        return SignedInPerson.of(attribute(session, SignedInPerson.KEPT_AS)).isEmpty() && attribute(session, STRANGER) != null;
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
