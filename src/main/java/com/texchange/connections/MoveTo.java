package com.texchange.connections;

/**
 * Where each license is moved, as rows {@code target} beside rows {@code license}: device and agent, null for none, and the version that it
 * had there, null where that is the device's to say, empty for none.
 */
final class MoveTo {

    /** Parameters {@code :toDevice} and {@code :toAgent}, null for what stays; an empty agent is nobody. */
    static final String ORDERED = """
             cross join lateral (select coalesce(:toDevice::uuid, license.device_id) as device_id,
                nullif(coalesce(:toAgent::text, license.user_name), '') as agent, null::text as config_version) target
            """;
    /** Back to where a license was when the order {@code :undoes} was placed. */
    static final String UNDONE = """
             join lateral (select assigned.device_id, assigned.agent, assigned.config_version
                from connection_order_item moved join licenses_assignment assigned on assigned.id = moved.assignment_id
                where moved.order_id = :undoes and moved.license_id = license.id) target on true
            """;

    private MoveTo() {
    }

    /** What a statement about an order needs; nothing if it moves none. */
    static String of(ConnectionOrder order) {
        if (order.kind() != OrderKind.MOVE) {
            return "";
        }
        return order.undoes() ? UNDONE : ORDERED;
    }
}
