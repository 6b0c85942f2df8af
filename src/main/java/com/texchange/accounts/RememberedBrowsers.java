package com.texchange.accounts;

import com.texchange.common.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.springframework.stereotype.Component;

/**
 * «Remember me»: a browser that is let in without a password, by a token that changes with each use. Signing out ends the one
 * browser in which it is done. A token that comes a second time, long after it was replaced, tells that somebody has a copy of it.
 */
@Component
class RememberedBrowsers extends AbstractRememberMeServices {

    /** Names the tokens that one instance issues to itself within a request; no secret. */
    static final String KEY = "t-exchange";

    private static final String SERIES = RememberedBrowsers.class.getName() + ".series";
    private static final String STAYS = RememberedBrowsers.class.getName() + ".stays";
    /** Says of a session that its browser was asked already, and its person has to type the password. */
    private static final String ASKED_IN_VAIN = RememberedBrowsers.class.getName() + ".askedInVain";

    private final People people;
    private final BrowserTokens tokens;
    private final StolenBrowsers stolen;
    private final SecondStep second;
    private final PersonSessions sessions;
    private final Clock clock;

    RememberedBrowsers(People people, BrowserTokens tokens, StolenBrowsers stolen, SecondStep second, PersonSessions sessions, Clock clock,
            AccountProperties properties, @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        super(KEY, people);
        this.people = people;
        this.tokens = tokens;
        this.stolen = stolen;
        this.second = second;
        this.sessions = sessions;
        this.clock = clock;
        setTokenValiditySeconds((int) properties.rememberedFor().toSeconds());
        // Else as the request has come.
        if (secure) {
            setUseSecureCookie(true);
            // No other host of the domain can set one of this name, and so sign somebody in as a person of its own. That of the former
            // name is not read, or it still could: its browser signs in once more.
            setCookieName("__Host-remember-me");
        }
        setCookieCustomizer(cookie -> {
            cookie.setAttribute("SameSite", "Lax");
            if (secure) {
                cookie.setPath("/");
            }
        });
    }

    @Override
    protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        // Whoever came through a company's server comes in as long as that is there, and not by a browser that remembers longer.
        if (authentication.getPrincipal() instanceof SignedInPerson person && person.through().isEmpty()) {
            // The browser keeps one: what it had ends.
            presented(request).ifPresent(pair -> tokens.end(pair.series()));
            BrowserTokens.Pair pair = tokens.begin(person.actor().id(), request);
            // The password was right when it was looked at, which takes a while. The row comes first: whoever ends all browsers meanwhile either
            // finds it, or is seen here.
            if (people.isStill(person)) {
                request.setAttribute(SERIES, pair.series());
                keep(pair, request, response);
            } else {
                tokens.end(pair.series());
            }
        }
    }

    /** By what the browser of a request is remembered. */
    Optional<String> series(HttpServletRequest request) {
        return request.getAttribute(SERIES) instanceof String series ? Optional.of(series) : presented(request).map(BrowserTokens.Pair::series);
    }

    @Override
    protected UserDetails processAutoLoginCookie(String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        BrowserTokens.Pair pair = pair(cookie).orElseThrow(() -> new InvalidCookieException("not one of ours"));
        BrowserTokens.Use use = tokens.use(pair);
        AccountId account = use.account();
        if (account != null && use.found() == BrowserTokens.Found.STOLEN) {
            stolen.end(pair.series(), account);
        }
        if (account == null || use.found() == BrowserTokens.Found.STOLEN || use.found() == BrowserTokens.Found.UNKNOWN) {
            throw new InvalidCookieException("the browser is not remembered");
        }
        BrowserTokens.Pair next = use.next();
        if (next != null) {
            keep(next, request, response);
        }
        return alone((SignedInPerson) people.load(account), pair.series(), request);
    }

    /**
     * A browser that is remembered is one factor: of whom two are asked, it leads to the second step. Whoever has yet to add a second one has to
     * type the password for that, since it would shut out the person whose browser this is.
     */
    private SignedInPerson alone(SignedInPerson person, String series, HttpServletRequest request) {
        if (second.isNeededBy(person)) {
            if (second.isThereFor(person)) {
                request.getSession().setAttribute(HalfSignIn.KEPT_AS, HalfSignIn.byBrowser(person, series, clock.instant()));
            } else {
                request.getSession().setAttribute(ASKED_IN_VAIN, true);
            }
            request.setAttribute(STAYS, true);
            throw new RememberMeAuthenticationException("a second factor is needed");
        }
        person.cameByBrowser();
        sessions.began(person, request, Optional.of(series));
        return person;
    }

    /**
     * Once for a session of which more is asked than a browser: all that the page loads on which that is typed would use a token each, and one
     * of them that is late would look like a thief's.
     */
    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        boolean waits = session != null && (session.getAttribute(ASKED_IN_VAIN) != null
                || HalfSignIn.of(session.getAttribute(HalfSignIn.KEPT_AS), clock.instant()).isPresent());
        return waits ? null : super.autoLogin(request, response);
    }

    /** A wrong password or code in this browser does not make it another one. */
    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        logger.trace("The browser stays remembered");
    }

    @Override
    protected void cancelCookie(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(STAYS) == null) {
            super.cancelCookie(request, response);
        }
    }

    /** Also without an answer to write the cookie's end into: its token is no more. */
    @Override
    public void logout(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Authentication authentication) {
        presented(request).ifPresent(pair -> tokens.end(pair.series()));
        if (response != null) {
            cancelCookie(request, response);
        }
    }

    private void keep(BrowserTokens.Pair pair, HttpServletRequest request, HttpServletResponse response) {
        setCookie(new String[] {pair.series(), pair.token()}, getTokenValiditySeconds(), request, response);
    }

    private Optional<BrowserTokens.Pair> presented(HttpServletRequest request) {
        try {
            return Optional.ofNullable(extractRememberMeCookie(request)).filter(cookie -> !cookie.isEmpty())
                    .map(this::decodeCookie).flatMap(RememberedBrowsers::pair);
        } catch (InvalidCookieException e) {
            logger.trace("Written by somebody else", e);
            return Optional.empty();
        }
    }

    private static Optional<BrowserTokens.Pair> pair(String[] cookie) {
        return cookie.length == 2 ? Optional.of(new BrowserTokens.Pair(Objects.requireNonNull(cookie[0]), Objects.requireNonNull(cookie[1])))
                : Optional.empty();
    }
}
