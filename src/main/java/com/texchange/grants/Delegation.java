package com.texchange.grants;

/**
 * Whether a supplier may connect, disconnect and move a distributor's licenses («Передача прав управления лицензиями»).
 *
 * @param granted by the distributor, or by itself where licenses belong to the supplier
 * @param locked  whether licenses there belong to the supplier: while they do, it manages them and nobody can withdraw that
 */
public record Delegation(boolean granted, boolean locked) {

    public boolean isEffective() {
        return granted || locked;
    }
}
