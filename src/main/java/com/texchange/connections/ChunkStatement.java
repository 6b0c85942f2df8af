package com.texchange.connections;

/**
 * The statement that works off a chunk of an order: it asks the verdict of each requested license, changes those that are to be
 * changed, and tells the items what became of them. Beside the parameters of {@link Verdicts#NOW} it takes {@code :order},
 * {@code :after}, the last license of the chunk before, {@code :limit} and {@code :now}.
 */
final class ChunkStatement {

    private static final String ALL = """
            with checked as (
                select license.id, license.owner_id = :supplier as own, %s as verdict
                from connection_order_item item join licenses_license license on license.id = item.license_id
                where item.order_id = :order and item.state = 'REQUESTED' and item.license_id > :after
                order by item.license_id limit :limit for share of license
            ), changed as (
                %s
            ), told as (
                update connection_order_item item
                set state = case verdict when 'CHANGES' then 'DONE' when 'ALREADY' then 'LEFT_OUT' else 'REFUSED' end,
                    reason = nullif(verdict, 'CHANGES'), done_at = case verdict when 'CHANGES' then :now::timestamptz end
                from checked
                where item.order_id = :order and item.license_id = checked.id and item.license_id > :after
                returning item.license_id
            )
            select license_id as last, :asSupplier and exists (select from checked where verdict = 'CHANGES' and not own) as under_grant
            from told order by license_id desc limit 1
            """;
    private static final String CONNECT = """
            insert into connection (license_id, supplier_id, order_id, connected_at)
            select id, :supplier, :order, :now from checked where verdict = 'CHANGES'""";
    private static final String DISCONNECT = """
            delete from connection using checked
            where connection.license_id = checked.id and connection.supplier_id = :supplier and verdict = 'CHANGES'""";

    private ChunkStatement() {
    }

    static String of(OrderKind kind) {
        return ALL.formatted(Verdicts.NOW, kind == OrderKind.CONNECT ? CONNECT : DISCONNECT);
    }
}
