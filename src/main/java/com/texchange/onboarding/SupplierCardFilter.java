package com.texchange.onboarding;

/** Which cards a distributor looks at. @param text in the supplier's name, or how the code begins; blank for any */
public record SupplierCardFilter(String text, Show show) {

    public static final SupplierCardFilter NONE = new SupplierCardFilter("", Show.ALL);

    /** All of them; what waits for the distributor; the suppliers that it works with; what is over. */
    public enum Show {
        ALL, TO_DO, WORKING, OVER;

        /** The message key of its name. */
        public String key() {
            return "onboarding.cards.show." + name();
        }
    }
}
