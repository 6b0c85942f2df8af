package com.texchange.accounts;

import com.texchange.common.Actor;
import java.util.Base64;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who needs a second factor.
 *
 * @param requiredFor empty for nobody; it is offered to everybody in any case
 * @param grace       how often somebody who needs one and has none may put it off
 * @param key         32 bytes in Base64, by which the secrets of authenticator apps are encrypted; without it there are no such apps,
 *                    so nobody can be required to have one
 */
@ConfigurationProperties("t-exchange.accounts.second-factor")
record SecondFactorProperties(@DefaultValue({"OPERATOR", "ADMINISTRATORS", "GRANT_HOLDERS"}) Set<People> requiredFor,
        @DefaultValue("3") int grace, @Nullable String key) {

    static final int KEY_BYTES = 32;

    /** Whom a rule is about. */
    enum People {
        /** The sales department and process managers. */
        OPERATOR,
        /** Who administers a company. */
        ADMINISTRATORS,
        /** Who may act on the licenses of others under a grant. */
        GRANT_HOLDERS,
        EVERYBODY;

        boolean include(Actor actor, Predicate<Actor> actsUnderGrant) {
            return switch (this) {
                case OPERATOR -> actor.companyId() == null;
                case ADMINISTRATORS -> actor.administers();
                case GRANT_HOLDERS -> actor.companyId() != null && actor.mayAct() && actsUnderGrant.test(actor);
                case EVERYBODY -> true;
            };
        }
    }

    SecondFactorProperties {
        key = key == null || key.isBlank() ? null : key.strip();
        if (key != null && bytes(key).length != KEY_BYTES) {
            throw new IllegalArgumentException("t-exchange.accounts.second-factor.key must be 32 bytes in Base64, as"
                    + " 'openssl rand -base64 32' writes them");
        }
        if (key == null && !requiredFor.isEmpty()) {
            throw new IllegalArgumentException("t-exchange.accounts.second-factor.key is missing: set it to 32 bytes in Base64, as"
                    + " 'openssl rand -base64 32' writes them, or require no second factor by an empty"
                    + " t-exchange.accounts.second-factor.required-for");
        }
    }

    static byte[] bytes(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Without the key, wherever it may be written. */
    @Override
    public String toString() {
        return "SecondFactorProperties[requiredFor=" + requiredFor + ", grace=" + grace + "]";
    }
}
