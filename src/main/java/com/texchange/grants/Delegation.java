package com.texchange.grants;

/**
 * Whether a supplier may manage a distributor's licenses («Передача прав управления лицензиями»).
 *
 * @param granted by the distributor: some acts at least, on all of its licenses
 * @param locked  whether licenses there belong to the supplier: while they do, it manages these and nobody can withdraw that
 */
public record Delegation(boolean granted, boolean locked) {

    public boolean isEffective() {
        return granted || locked;
    }
}
