package com.texchange.connections;

/**
 * The rules by which an order changes a license or not, as SQL: asked before an order, when it is placed and by the step that
 * carries it out, so that what is promised is what is done unless something changes in between. Ownership and grants:
 * instruction 3.2.5, docs/decisions/021.
 */
final class Verdicts {

    /**
     * Of a row {@code license}. Parameters: {@code :kind}, {@code :supplier}, {@code :distributor}, {@code :asSupplier}, whether
     * the supplier's own people have placed it, who need a grant for what belongs to others, and {@code :granted}, whether
     * there is one.
     */
    static final String NOW = """
            case when license.distributor_id <> :distributor then 'MOVED'
                when (:kind = 'CONNECT') = exists (select from connection there
                    where there.license_id = license.id and there.supplier_id = :supplier) then 'ALREADY'
                when :asSupplier and not :granted and license.owner_id <> :supplier then 'NOT_ALLOWED'
                when :kind = 'CONNECT' and license.blocked then 'BLOCKED'
                else 'CHANGES' end""";

    /** As {@link #NOW}, before the order is placed: what another order has is left to that. */
    static final String BEFORE = """
            case when exists (select from connection_order_item item join connection_order placed on placed.id = item.order_id
                    where item.license_id = license.id and item.state <> 'LEFT_OUT'
                        and placed.supplier_id = :supplier and placed.state <> 'FINISHED') then 'UNDER_WAY'
                else %s end""".formatted(NOW);

    /**
     * As {@link #BEFORE}, of a row {@code done} of an order that shall be taken back: what a later order has changed stays, be that
     * changed again or not.
     */
    static final String UNDO = """
            case when exists (select from connection_order_item item join connection_order placed on placed.id = item.order_id
                    where item.license_id = done.license_id and item.order_id <> done.order_id and item.state = 'DONE'
                        and item.done_at >= done.done_at and placed.supplier_id = :supplier) then 'CHANGED_SINCE'
                else %s end""".formatted(BEFORE);

    private Verdicts() {
    }
}
