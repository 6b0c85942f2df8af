package com.texchange.connections;

/**
 * The statement that works off a chunk of an order: it asks the verdict of each requested license, changes those that are to be
 * changed, tells the items what became of them, and the suppliers what has happened in their service. Beside the parameters of
 * {@link Verdicts} and {@link MoveTo} it takes {@code :order}, {@code :after}, the last license of the chunk before,
 * {@code :limit} and {@code :now}.
 */
final class ChunkStatement {

    private static final String ALL = """
            with checked as (
                select license.id, license.owner_id = :supplier as own, %s %s as verdict
                from connection_order_item item join licenses_license license on license.id = item.license_id %s
                where item.order_id = :order and item.state = 'REQUESTED' and item.license_id > :after
                order by item.license_id limit :limit for %s of license
            ), %s
            told as (
                update connection_order_item item
                set state = case verdict when 'CHANGES' then 'DONE' when 'ALREADY' then 'LEFT_OUT' when 'CHANGED_SINCE' then 'LEFT_OUT'
                        else 'REFUSED' end,
                    reason = nullif(verdict, 'CHANGES'), done_at = case verdict when 'CHANGES' then :now::timestamptz end
                from checked
                where item.order_id = :order and item.license_id = checked.id and item.license_id > :after
                returning item.license_id
            )
            select license_id as last, :asSupplier and exists (select from checked where verdict = 'CHANGES' and not own) as under_grant
            from told, (select count(*) from changed) all_changed order by license_id desc limit 1
            """;
    /** Suppliers hear of them when they are published. */
    private static final String CONNECT = """
            changed as (
                insert into connection (license_id, supplier_id, order_id, connected_at)
                select id, :supplier, :order, :now from checked where verdict = 'CHANGES'
                returning license_id
            ),
            """;
    private static final String DISCONNECT = """
            changed as (
                delete from connection using checked
                where connection.license_id = checked.id and connection.supplier_id = :supplier and verdict = 'CHANGES'
                returning connection.license_id, connection.supplier_id, connection.published_at
            ), happened as (
                select supplier_id, license_id from changed where published_at is not null
            ), %s,
            """.formatted(ConnectionEvents.WRITTEN.formatted("DISCONNECTED"));
    private static final String MOVE = """
            changed as materialized (
                select licenses_assign(array_agg(id), array_agg(device_id), array_agg(agent), :order) as moved
                from checked where verdict = 'CHANGES'
            ), happened as (
                select connection.supplier_id, connection.license_id
                from checked join connection on connection.license_id = checked.id
                where verdict = 'CHANGES' and connection.published_at is not null
            ), %s,
            """.formatted(ConnectionEvents.WRITTEN.formatted("MOVED"));

    private ChunkStatement() {
    }

    static String of(OrderKind kind, boolean undo) {
        String now = Verdicts.now(kind);
        return switch (kind) {
            case CONNECT -> ALL.formatted("", now, "", "share", CONNECT);
            case DISCONNECT -> ALL.formatted("", now, "", "share", DISCONNECT);
            case MOVE -> ALL.formatted("target.device_id, target.agent,", now, undo ? MoveTo.UNDONE : MoveTo.ORDERED,
                    "no key update", MOVE);
        };
    }
}
