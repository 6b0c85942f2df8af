package com.texchange.connections;

/** The licenses of an order that another one takes back or repeats, as rows {@code done} and {@code license}; {@code :other} is its id. */
final class EarlierOrder {

    private static final String LICENSES = """
            from connection_order_item done join licenses_license license on license.id = done.license_id %s
            where done.order_id = :other and done.state = '%s'""";

    private EarlierOrder() {
    }

    /** What it has done. */
    static String done(ConnectionOrder order) {
        return LICENSES.formatted(MoveTo.of(order), "DONE");
    }

    /** What it has left as it was. */
    static String leftOut(ConnectionOrder order) {
        return LICENSES.formatted(MoveTo.of(order), "LEFT_OUT");
    }
}
