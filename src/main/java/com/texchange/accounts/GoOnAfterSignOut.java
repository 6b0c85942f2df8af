package com.texchange.accounts;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;

/** Where a person goes after signing out: to what {@link SignOut} names, else to the sign-in page. */
class GoOnAfterSignOut extends SimpleUrlLogoutSuccessHandler {

    static final String TARGET = GoOnAfterSignOut.class.getName();

    GoOnAfterSignOut(String signInPage) {
        setDefaultTargetUrl(signInPage);
        setRedirectStrategy(new UidlRedirectStrategy());
    }

    /** Of a page whose answers are pushed there is no response: the redirection is pushed too, without it. */
    @Override
    @SuppressWarnings("NullAway")
    protected void handle(HttpServletRequest request, @Nullable HttpServletResponse response,
            @Nullable Authentication authentication) throws IOException {
        getRedirectStrategy().sendRedirect(request, response, determineTargetUrl(request, response));
    }

    /** Not as inherited: a target out of a request's parameter could be anywhere. */
    @Override
    protected String determineTargetUrl(HttpServletRequest request, @Nullable HttpServletResponse response) {
        return request.getAttribute(TARGET) instanceof String target ? target : getDefaultTargetUrl();
    }
}
