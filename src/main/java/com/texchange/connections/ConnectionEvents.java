package com.texchange.connections;

/**
 * What has happened in suppliers' service, each supplier's own in a sequence without gaps and in the order of commits: whoever
 * writes holds the supplier's last position until the transaction ends. A reader that has read a position never finds one before it
 * later.
 */
final class ConnectionEvents {

    /**
     * Parts of a statement that write an event for each row of {@code happened (supplier_id, license_id)}; %s is its kind.
     * Parameters {@code :order} and {@code :now}.
     */
    static final String WRITTEN = """
            positioned as (
                insert into connection_position as position (supplier_id, last)
                select supplier_id, count(*) from happened group by supplier_id order by supplier_id
                on conflict (supplier_id) do update set last = position.last + excluded.last
                returning supplier_id, last
            ), written as (
                insert into connection_event (supplier_id, position, kind, license_id, order_id, happened_at)
                select supplier_id, positioned.last + 1 - row_number() over (partition by supplier_id order by license_id desc),
                    '%s', license_id, :order, :now
                from happened join positioned using (supplier_id)
            )""";

    private ConnectionEvents() {
    }
}
