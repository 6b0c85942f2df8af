package com.texchange.accounts;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Ends the session of who is at the page. */
@Component
public class SignOut {

    private final AuthenticationContext session;

    SignOut(AuthenticationContext session) {
        this.session = session;
    }

    /**
     * For a page that is meant for somebody else: leads to the sign-in page, and after it on to a path.
     *
     * @param path as {@link SignIn#link} takes it
     */
    public void thenSignIn(String path) {
        thenGoTo("/" + SignIn.link(path));
    }

    /**
     * For a page that is meant for somebody else, who is not to sign in there.
     *
     * @param path of this application
     */
    public void thenGoTo(String path) {
        Objects.requireNonNull(VaadinRequest.getCurrent()).setAttribute(GoOnAfterSignOut.TARGET, path);
        session.logout();
    }
}
