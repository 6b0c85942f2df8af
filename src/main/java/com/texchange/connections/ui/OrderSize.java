package com.texchange.connections.ui;

/** From how many licenses on an order is looked at and placed while the page goes on, not within a click. */
final class OrderSize {

    private static final int AT_ONCE = 10_000;
    /** Each is placed in a transaction of its own. */
    private static final int ORDERS_AT_ONCE = 10;

    private OrderSize() {
    }

    static boolean isLong(int licenses, int orders) {
        return licenses > AT_ONCE || orders > ORDERS_AT_ONCE;
    }
}
