package com.texchange.grants;

/**
 * Whose the licenses are that a distributor uses.
 *
 * @param ofSupplier of all, how many belong to the supplier that is asked for
 */
public record LicenseShares(int ofSupplier, int licenses) {

    /** Whether nothing is left for a grant to be about. */
    public boolean areAllSuppliers() {
        return ofSupplier == licenses;
    }
}
