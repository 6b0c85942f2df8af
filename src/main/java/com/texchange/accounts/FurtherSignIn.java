package com.texchange.accounts;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;

/**
 * A further way of signing in, which a module above adds beside the form. What follows from a sign-in is the same: the second step, another
 * id of the session, its row, the known browser, where to go on.
 */
public interface FurtherSignIn {

    /** Leads a browser away to where its person shows who it is. */
    Filter begin();

    /**
     * Takes what a browser comes back with.
     *
     * @param people takes a {@link ShownElsewhere}
     */
    AbstractAuthenticationProcessingFilter finish(AuthenticationManager people);

    /** Answers whoever is not let in. What is to go on with a second step does not come here. */
    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) throws IOException;

    /**
     * Whether what begins by this may go on. Waits for whoever is just ending it; what has ended does not come back.
     *
     * @param known of a {@link ShownElsewhere}
     */
    boolean isOpen(KnownElsewhere known);
}
