package com.texchange.connections;

/**
 * The statement that works off a chunk of an order: it asks the verdict of each requested license, changes those that are to be
 * changed, tells the items what became of them, and the suppliers what has happened in their service. Beside the parameters of
 * {@link Verdicts} and {@link MoveTo} it takes {@code :order}, {@code :grant}, under which what belongs to others is changed,
 * {@code :after}, the last license of the chunk before, {@code :limit} and {@code :now}.
 *
 * <p>What was read is found again by where it lies, and connections are looked up one by one: of a new order's size, and of what a
 * supplier has got just now, PostgreSQL has no statistics yet, takes both for a single row, and would compare each row with each.
 * Nobody else changes them meanwhile, since order and pair are locked. For the same reason nothing is joined at the end: that it
 * waits for all that is changed stands where it is asked once.
 *
 * <p>What is done later has a later time, whichever instance does it: by the database's clock, once the companies are locked.
 */
final class ChunkStatement {

    /** Where the connection of a license, %s, to the supplier lies. Looked for by the license: a supplier can have a million. */
    static final String CONNECTION = """
            select there.ctid as place, there.published_at, there.order_id from connection there
            where there.license_id = %s and (there.supplier_id = :supplier) is true offset 0""";

    private static final String ALL = """
            with checked as (
                select license.id, item.ctid as item, case when license.owner_id <> :supplier then :grant::uuid end as grant_id, %s %s as verdict
                from connection_order_item item join licenses_license license on license.id = item.license_id %s
                where item.order_id = :order and item.state = 'REQUESTED' and item.license_id > :after
                order by item.license_id limit :limit for %s of license
            ), %s
            told as (
                update connection_order_item item
                set state = case verdict when 'CHANGES' then 'DONE' when 'ALREADY' then 'LEFT_OUT' when 'CHANGED_SINCE' then 'LEFT_OUT'
                        else 'REFUSED' end,
                    reason = nullif(verdict, 'CHANGES'), done_at = case when verdict in ('CHANGES', 'CHANGED_SINCE') then statement_timestamp() end,
                    grant_id = case verdict when 'CHANGES' then checked.grant_id end
                from checked
                where item.ctid = checked.item
                returning item.license_id
            )
            select (select license_id from told order by license_id desc limit 1) as last,
                count(grant_id) filter (where verdict = 'CHANGES') as under_grant,
                count(*) filter (where verdict = 'CHANGES') as done,
                count(*) filter (where verdict in ('ALREADY', 'CHANGED_SINCE')) as left_out,
                count(*) < :limit as is_last
            from checked having count(*) > 0 and (select count(*) from changed) >= 0
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
                delete from connection using checked cross join lateral (%s) there
                where connection.ctid = there.place and verdict = 'CHANGES'
                returning connection.license_id, connection.supplier_id, connection.published_at
            ), happened as (
                select supplier_id, license_id from changed where published_at is not null
            ), %s,
            """.formatted(CONNECTION.formatted("checked.id"), ConnectionEvents.WRITTEN.formatted("DISCONNECTED"));
    private static final String MOVE = """
            changed as materialized (
                select licenses_assign(array_agg(id), array_agg(device_id), array_agg(agent), array_agg(config_version), :order) as moved
                from checked where verdict = 'CHANGES'
            ), happened as (
                select connection.supplier_id, connection.license_id
                from checked join connection on connection.license_id = checked.id
                where verdict = 'CHANGES' and connection.published_at is not null
            ), %s,
            """.formatted(ConnectionEvents.WRITTEN.formatted("MOVED"));
    /** Makes connections of an order visible to the supplier's system; what another one has connected anew since is left to that. */
    static final String PUBLISH = """
            with chunk as materialized (
                select item.license_id, there.place
                from connection_order_item item cross join lateral (%s) there
                where item.order_id = :order and item.state = 'DONE' and item.license_id > :after
                    and there.published_at is null and there.order_id = :order
                order by item.license_id limit :limit
            ), happened as (
                update connection set published_at = :now from chunk where connection.ctid = chunk.place
                returning connection.supplier_id, connection.license_id
            ), %s
            select license_id as last, count(*) over () < :limit as is_last from happened order by license_id desc limit 1
            """.formatted(CONNECTION.formatted("item.license_id"), ConnectionEvents.WRITTEN.formatted("CONNECTED"));

    private ChunkStatement() {
    }

    static String of(OrderKind kind, boolean undo) {
        String now = Verdicts.now(kind);
        return switch (kind) {
            case CONNECT -> ALL.formatted("", now, "", "share", CONNECT);
            case DISCONNECT -> ALL.formatted("", now, "", "share", DISCONNECT);
            case MOVE -> ALL.formatted("target.device_id, target.agent, target.config_version,", now, undo ? MoveTo.UNDONE : MoveTo.ORDERED,
                    "no key update", MOVE);
        };
    }
}
