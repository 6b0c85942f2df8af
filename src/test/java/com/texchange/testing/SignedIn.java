package com.texchange.testing;

import com.texchange.common.Actor;
import com.texchange.common.ActorHolder;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sits at the page of a test; as an extension it signs everybody out after each test. */
public final class SignedIn implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        SecurityContextHolder.clearContext();
    }

    /** Signs the person in on this thread; the open page speaks the language. */
    public static void as(Actor actor, String language) {
        ActorHolder principal = () -> actor;
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                principal, "", actor.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList()));
        speak(language);
    }

    private static void speak(String language) {
        UI page = UI.getCurrent();
        if (page != null) {
            page.setLocale(Locale.of(language));
        }
    }
}
