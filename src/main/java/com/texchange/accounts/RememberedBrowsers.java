package com.texchange.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.CookieTheftException;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.PersistentTokenBasedRememberMeServices;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;
import org.springframework.stereotype.Component;

/** «Remember me», kept in PostgreSQL. */
@Component
class RememberedBrowsers extends PersistentTokenBasedRememberMeServices {

    /** Names the tokens that one instance issues to itself within a request; no secret. */
    static final String KEY = "t-exchange";

    RememberedBrowsers(UserDetailsService people, PersistentTokenRepository tokens, AccountProperties properties,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        super(KEY, people, tokens);
        setTokenValiditySeconds((int) properties.rememberedFor().toSeconds());
        // Else as the request has come.
        if (secure) {
            setUseSecureCookie(true);
        }
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    /**
     * A token seen twice may be a stolen one: all of the person's tokens are gone by now. More often a browser has
     * opened two tabs at once; that must end on the sign-in page and not in an error.
     */
    @Override
    protected UserDetails processAutoLoginCookie(String[] cookieTokens, HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return super.processAutoLoginCookie(cookieTokens, request, response);
        } catch (CookieTheftException e) {
            throw new InvalidCookieException(
                    "a token was used twice");
        }
    }
}
