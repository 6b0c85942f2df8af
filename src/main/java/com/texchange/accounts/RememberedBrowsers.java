package com.texchange.accounts;

import com.texchange.common.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.stereotype.Component;

/**
 * «Remember me»: a browser that is let in without a password, by a token that changes with each use. Signing out ends the one
 * browser in which it is done. A token that comes a second time, long after it was replaced, tells that somebody has a copy of it.
 */
@Component
class RememberedBrowsers extends AbstractRememberMeServices {

    /** Names the tokens that one instance issues to itself within a request; no secret. */
    static final String KEY = "t-exchange";

    private final People people;
    private final BrowserTokens tokens;
    private final StolenBrowsers stolen;

    RememberedBrowsers(People people, BrowserTokens tokens, StolenBrowsers stolen, AccountProperties properties,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        super(KEY, people);
        this.people = people;
        this.tokens = tokens;
        this.stolen = stolen;
        setTokenValiditySeconds((int) properties.rememberedFor().toSeconds());
        // Else as the request has come.
        if (secure) {
            setUseSecureCookie(true);
        }
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    @Override
    protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication.getPrincipal() instanceof SignedInPerson person) {
            // The browser keeps one: what it had ends.
            presented(request).ifPresent(pair -> tokens.end(pair.series()));
            keep(tokens.begin(person.actor().id()), request, response);
        }
    }

    @Override
    protected UserDetails processAutoLoginCookie(String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        BrowserTokens.Pair pair = pair(cookie).orElseThrow(() -> new InvalidCookieException("not one of ours"));
        BrowserTokens.Use use = tokens.use(pair);
        AccountId account = use.account();
        if (use.found() == BrowserTokens.Found.STOLEN) {
            stolen.end(pair.series());
        }
        if (account == null || use.found() == BrowserTokens.Found.STOLEN || use.found() == BrowserTokens.Found.UNKNOWN) {
            throw new InvalidCookieException("the browser is not remembered");
        }
        BrowserTokens.Pair next = use.next();
        if (next != null) {
            keep(next, request, response);
        }
        return people.load(account);
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
