package com.texchange.accounts;

import com.texchange.common.NetworkSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;

/** Where a sign-in comes from, source and browser, and which step of it this is. */
class SignInDetails extends WebAuthenticationDetails {

    /** The form's field of the second step. */
    static final String CODE = "code";
    /** The field of a sign-in by passkey. */
    static final String PASSKEY = "passkey";

    private final @Nullable String browser;
    private final transient @Nullable HalfSignIn half;
    private final transient @Nullable String code;
    private final transient @Nullable AskedPasskey asked;
    private final transient @Nullable String passkey;
    private final boolean toRemember;

    SignInDetails(HttpServletRequest request, Optional<String> browser) {
        super(request);
        this.browser = browser.orElse(null);
        HttpSession session = request.getSession(false);
        this.half = session != null && session.getAttribute(HalfSignIn.KEPT_AS) instanceof HalfSignIn kept ? kept : null;
        this.code = request.getParameter(CODE);
        this.asked = session != null && session.getAttribute(AskedPasskey.KEPT_AS) instanceof AskedPasskey kept ? kept : null;
        this.passkey = request.getParameter(PASSKEY);
        this.toRemember = request.getParameter(AbstractRememberMeServices.DEFAULT_PARAMETER) != null;
    }

    /** Of a step that nothing of the form belongs to: of who is signed in and types the password once more, or was shown elsewhere. */
    SignInDetails(String source, Optional<String> browser) {
        super(source, null);
        this.browser = browser.orElse(null);
        this.half = null;
        this.code = null;
        this.asked = null;
        this.passkey = null;
        this.toRemember = false;
    }

    NetworkSource source() {
        return NetworkSource.of(getRemoteAddress());
    }

    /** What the browser says it is; whether it is, {@link KnownBrowsers} knows. */
    Optional<String> browser() {
        return Optional.ofNullable(browser);
    }

    /** The first step that was taken in this session. */
    @Nullable HalfSignIn half() {
        return half;
    }

    /** What was typed in the second step, be it nothing; empty in the first one. */
    Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** For what the browser of this session was asked last. */
    @Nullable AskedPasskey asked() {
        return asked;
    }

    /** The browser's answer. */
    Optional<String> passkey() {
        return Optional.ofNullable(passkey);
    }

    boolean isToRemember() {
        return toRemember;
    }
}
