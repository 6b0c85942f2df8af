package com.texchange.onboarding;

import com.texchange.common.SearchWords;

/** Which cards a distributor looks at. @param text words of the supplier's name, tax id or code; blank for any */
public record SupplierCardFilter(String text, Show show) {

    public static final SupplierCardFilter NONE = new SupplierCardFilter("", Show.ALL);

    SearchWords words() {
        return SearchWords.of(text);
    }

    /** All of them; what waits for the distributor; the suppliers that it works with; what is over. */
    public enum Show {
        ALL, TO_DO, WORKING, OVER;

        /** The message key of its name. */
        public String key() {
            return "onboarding.cards.show." + name();
        }
    }
}
