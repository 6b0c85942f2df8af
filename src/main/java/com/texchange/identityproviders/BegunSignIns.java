package com.texchange.identityproviders;

import com.texchange.accounts.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Sign-ins that a browser has begun, kept by its session until it comes back, once. Spring Security's own keeps one: who clicks twice, or
 * begins in two tabs, would be refused in the one that comes back.
 */
@Component
class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final int MOST = 5;
    private static final Duration VALID = Duration.ofMinutes(15);
    private static final String KEPT_AS = BegunSignIns.class.getName();

    private final Clock clock;

    BegunSignIns(Clock clock) {
        this.clock = clock;
    }

    /** @param path where to go on afterwards */
    private record Begun(OAuth2AuthorizationRequest asked, Optional<String> path, Instant until) {
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return find(request, false).map(Begun::asked).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        synchronized (WebUtils.getSessionMutex(session)) {
            List<Begun> all = new ArrayList<>(all(session));
            all.add(new Begun(asked, SignIn.path(request), clock.instant().plus(VALID)));
            session.setAttribute(KEPT_AS, List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
        }
    }

    /** The request knows from then on where to go on. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
        Optional<Begun> begun = find(request, true);
        begun.flatMap(Begun::path).ifPresent(path -> request.setAttribute(SignIn.CONTINUE, path));
        return begun.map(Begun::asked).orElse(null);
    }

    /** Of two who come back at once with the same, one has begun it. */
    private Optional<Begun> find(HttpServletRequest request, boolean ending) {
        HttpSession session = request.getSession(false);
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        if (session == null || state == null) {
            return Optional.empty();
        }
        synchronized (WebUtils.getSessionMutex(session)) {
            Optional<Begun> found = all(session).stream().filter(begun -> state.equals(begun.asked().getState())).findFirst();
            if (ending && found.isPresent()) {
                session.setAttribute(KEPT_AS, all(session).stream().filter(begun -> begun != found.get()).toList());
            }
            return found.filter(begun -> clock.instant().isBefore(begun.until()));
        }
    }

    private static List<Begun> all(HttpSession session) {
        return session.getAttribute(KEPT_AS) instanceof List<?> kept ? kept.stream().map(Begun.class::cast).toList() : List.of();
    }
}
