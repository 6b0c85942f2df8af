package com.texchange.connections;

import org.jspecify.annotations.Nullable;

/**
 * Whoever acted, as readers are told.
 *
 * @param person  null where the reader may not know
 * @param company null for the operator
 */
public record WhoActed(@Nullable String person, @Nullable String company) {

    /** Where the words come from. */
    @FunctionalInterface
    public interface Texts {

        String of(String key, Object... arguments);
    }

    public String in(Texts texts) {
        if (company == null) {
            return person == null ? texts.of("connections.order.ofOperator") : texts.of("connections.order.byOperator", person);
        }
        return person == null ? company : texts.of("connections.order.byCompany", person, company);
    }
}
