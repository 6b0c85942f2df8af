package com.texchange.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/** What a browser was asked to show a passkey for. It is answered once, within some minutes. */
public final class AskedPasskey {

    /** The attribute of a session whose browser is asked in order to sign in. */
    static final String KEPT_AS = AskedPasskey.class.getName();
    private static final Duration VALID = Duration.ofMinutes(10);

    private final AtomicReference<@Nullable PublicKeyCredentialRequestOptions> options;
    private final String json;
    private final Instant until;
    private final @Nullable HalfSignIn half;

    AskedPasskey(PublicKeyCredentialRequestOptions options, String json, Instant now) {
        this(new AtomicReference<>(options), json, now.plus(VALID), null);
    }

    private AskedPasskey(AtomicReference<@Nullable PublicKeyCredentialRequestOptions> options, String json, Instant until,
            @Nullable HalfSignIn half) {
        this.options = options;
        this.json = json;
        this.until = until;
        this.half = half;
    }

    /** The same, as the second step after a first one, with which it stands and falls. */
    AskedPasskey after(HalfSignIn first) {
        return new AskedPasskey(options, json, until, first);
    }

    /** The first step that it was asked after, if it was. */
    @Nullable HalfSignIn half() {
        return half;
    }

    /** For the script of the page. */
    public String json() {
        return json;
    }

    /** Empty if it was answered before, or too long ago. */
    Optional<PublicKeyCredentialRequestOptions> take(Instant now) {
        return Optional.ofNullable(options.getAndSet(null)).filter(taken -> now.isBefore(until));
    }
}
