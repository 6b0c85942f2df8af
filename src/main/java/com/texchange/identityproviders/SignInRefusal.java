package com.texchange.identityproviders;

import com.texchange.common.RefusedException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.client.HttpClientErrorException;

/** Why somebody was not let in. Kept in the audit by name, and part of the address of the page that says so. */
public enum SignInRefusal {
    /** No company signs in there, or not now. */
    UNKNOWN_COMPANY,
    /** Begun in another browser, too long ago, or ended before. */
    NOT_BEGUN_HERE,
    /** The company has set its server otherwise since, or switched it off. */
    CHANGED_MEANWHILE,
    /** The person has turned back. */
    TURNED_BACK,
    /** The server lets nobody in, or not this application. */
    SERVER_REFUSES,
    /** The server does not answer, or not as it should. */
    SERVER_SILENT,
    /** What it has said is not to be believed. */
    NOT_BELIEVED,
    /** It does not say by which address the person is known, or not that it is the person's. */
    NO_ADDRESS,
    /** Nobody of the company who may sign in has the address. */
    NO_ACCOUNT,
    /** Somebody has, and came by another of the server's names. */
    OTHER_NAME,
    TOO_MANY_TRIES;

    private static final Map<String, SignInRefusal> BY_CODE = Map.ofEntries(Map.entry("access_denied", TURNED_BACK),
            Map.entry("authorization_request_not_found", NOT_BEGUN_HERE), Map.entry("invalid_request", NOT_BEGUN_HERE),
            Map.entry("invalid_state_parameter", NOT_BEGUN_HERE), Map.entry("client_registration_not_found", UNKNOWN_COMPANY),
            Map.entry("invalid_id_token", NOT_BELIEVED), Map.entry("invalid_nonce", NOT_BELIEVED), Map.entry("invalid_issuer", NOT_BELIEVED),
            Map.entry("invalid_user_info_response", NOT_BELIEVED), Map.entry("invalid_token_response", SERVER_SILENT),
            Map.entry("server_error", SERVER_SILENT), Map.entry("temporarily_unavailable", SERVER_SILENT));

    static SignInRefusal of(AuthenticationException refusal) {
        return switch (refusal) {
            case CompanySignInException known -> known.why();
            case UsernameNotFoundException keptOut -> NO_ACCOUNT;
            case OAuth2AuthenticationException said when comesFrom(said, HttpClientErrorException.class) -> SERVER_REFUSES;
            case OAuth2AuthenticationException said when comesFrom(said, IOException.class) -> SERVER_SILENT;
            case OAuth2AuthenticationException said -> BY_CODE.getOrDefault(said.getError().getErrorCode(), SERVER_REFUSES);
            // As the filter says it that leads people away.
            default -> comesFrom(refusal, IllegalArgumentException.class) ? UNKNOWN_COMPANY : NOT_BELIEVED;
        };
    }

    private static boolean comesFrom(Throwable thrown, Class<? extends Throwable> type) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20).anyMatch(type::isInstance);
    }

    /** As an address has it. */
    String inAddress() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of an address; something else is taken for a sign-in that was not begun here. */
    public static SignInRefusal ofAddress(String said) {
        return Stream.of(values()).filter(each -> each.inAddress().equals(said)).findFirst().orElse(NOT_BEGUN_HERE);
    }

    /** What the page says. */
    public String key() {
        return "identityproviders.signIn." + name();
    }

    RefusedException refused() {
        return new RefusedException(key());
    }
}
