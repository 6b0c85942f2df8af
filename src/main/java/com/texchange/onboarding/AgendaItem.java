package com.texchange.onboarding;

import com.texchange.common.CompanyId;
import org.jspecify.annotations.Nullable;

/**
 * What a distributor is asked for now, or that it is nothing and why.
 *
 * @param supplier   whom it is about; the first of several
 * @param supplierId its company, if there is one
 * @param taskKey    of the task that asks, for refused licenses
 * @param count      how many such there are; for {@link Kind#CONNECTED} the suppliers
 */
public record AgendaItem(Kind kind, String supplier, @Nullable CompanyId supplierId, @Nullable Long taskKey, int count) {

    /** The first of these that applies is the most urgent; from {@link #BEING_CONNECTED} on nothing is asked. */
    public enum Kind {
        RESOLVE_REFUSED, ACCEPT, CHOOSE_LICENSES, BEING_CONNECTED, CONNECTED, NO_SUPPLIER;

        public boolean asksForSomething() {
            return compareTo(BEING_CONNECTED) < 0;
        }
    }
}
