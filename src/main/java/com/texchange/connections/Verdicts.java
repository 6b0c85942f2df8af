package com.texchange.connections;

/**
 * The rules by which an order changes a license or not, as SQL: asked before an order, when it is placed and by the step that
 * carries it out, so that what is promised is what is done unless something changes in between. Ownership and grants:
 * instruction 3.2.5, docs/decisions/021.
 *
 * <p>All are about a row {@code license}, those of a move about a row {@code target} too, where it shall be. Parameters:
 * {@code :order}, {@code :kind}, {@code :supplier}, {@code :distributor}, {@code :asSupplier}, whether the supplier's own people have placed it,
 * who need a grant for what belongs to others, and {@code :granted}, whether there is one, or the distributor has agreed.
 * Connections are looked for by license ("is true" hides the supplier from indexes): of a supplier that has got many just now,
 * PostgreSQL does not know so yet.
 */
final class Verdicts {

    private static final String CONNECTION = """
            case when license.distributor_id <> :distributor then 'MOVED'
                when (:kind = 'CONNECT') = exists (select from connection there
                    where there.license_id = license.id and (there.supplier_id = :supplier) is true) then 'ALREADY'
                when :asSupplier and not :granted and license.owner_id <> :supplier then 'NOT_ALLOWED'
                when :kind = 'CONNECT' and license.blocked then 'BLOCKED'
                else 'CHANGES' end""";
    private static final String OTHER_CONNECTION = """
            placed.supplier_id = :supplier and placed.kind <> 'MOVE'""";
    private static final String LATER_CONNECTION = """
            exists (select from connection_order_item item join connection_order placed on placed.id = item.order_id
                where item.license_id = done.license_id and item.order_id <> done.order_id and item.state = 'DONE'
                    and item.done_at >= done.done_at and %s)""".formatted(OTHER_CONNECTION);
    /** %s: what has happened meanwhile; what becomes of a license that the supplier may not move. */
    private static final String MOVE = """
            case when license.distributor_id <> :distributor then 'MOVED'
                when target.device_id is not distinct from license.device_id
                    and target.agent is not distinct from license.user_name then 'ALREADY'
                %s
                when :asSupplier and license.owner_id <> :supplier and not exists (select from connection there
                    where there.license_id = license.id and (there.supplier_id = :supplier) is true and there.published_at is not null)
                    then 'NOT_IN_SERVICE'
                when license.blocked then 'BLOCKED'
                when :asSupplier and not :granted and license.owner_id <> :supplier then '%s'
                else 'CHANGES' end""";
    private static final String OTHER_MOVE = "placed.kind = 'MOVE'";
    private static final String ELSEWHERE_SINCE = """
            when item.assignment_id is distinct from (select assigned.id from licenses_assignment assigned
                where assigned.license_id = license.id and assigned.ended_at is null) then 'CHANGED_SINCE'""";
    private static final String LATER_MOVE = """
            not exists (select from licenses_assignment assigned
                where assigned.license_id = done.license_id and assigned.ended_at is null and assigned.act = done.order_id)""";
    /** Whether there is such an order at all is asked once: mostly there is none, and then no license need be looked for in it. */
    private static final String UNDER_WAY = """
            case when (select exists (select from connection_order placed
                    where placed.distributor_id = :distributor and placed.id <> :order and placed.state <> 'FINISHED' and %1$s))
                and exists (select from connection_order_item item join connection_order placed on placed.id = item.order_id
                    where item.license_id = license.id and item.state in ('REQUESTED', 'REFUSED', 'DONE') and %1$s
                        and placed.state <> 'FINISHED') then 'UNDER_WAY'
                else %2$s end""";
    private static final String UNDO = "case when %s then 'CHANGED_SINCE' else %s end";

    private Verdicts() {
    }

    /** By the step that carries it out, of a row {@code item} of the order. */
    static String now(OrderKind kind) {
        return kind == OrderKind.MOVE ? MOVE.formatted(ELSEWHERE_SINCE, Verdict.NOT_ALLOWED) : CONNECTION;
    }

    /** Before the order is placed: what another order has is left to that. */
    static String before(OrderKind kind) {
        return kind == OrderKind.MOVE ? UNDER_WAY.formatted(OTHER_MOVE, MOVE.formatted("", Verdict.ASKS))
                : UNDER_WAY.formatted(OTHER_CONNECTION, CONNECTION);
    }

    /**
     * As {@link #before}, of a row {@code done} of an order that shall be taken back: what a later order has changed stays, be that
     * changed again or not.
     */
    static String undo(OrderKind kind) {
        return UNDO.formatted(kind == OrderKind.MOVE ? LATER_MOVE : LATER_CONNECTION, before(kind));
    }
}
