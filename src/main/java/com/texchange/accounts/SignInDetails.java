package com.texchange.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a sign-in comes from: source and browser. */
class SignInDetails extends WebAuthenticationDetails {

    private final @Nullable String browser;

    SignInDetails(HttpServletRequest request, Optional<String> browser) {
        super(request);
        this.browser = browser.orElse(null);
    }

    /** For who is signed in and types the password once more. */
    SignInDetails(String source) {
        super(source, null);
        this.browser = null;
    }

    NetworkSource source() {
        return NetworkSource.of(getRemoteAddress());
    }

    /** What the browser says it is; whether it is, {@link KnownBrowsers} knows. */
    Optional<String> browser() {
        return Optional.ofNullable(browser);
    }
}
