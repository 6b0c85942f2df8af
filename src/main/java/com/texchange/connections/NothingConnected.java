package com.texchange.connections;

import com.texchange.common.OrderId;

/**
 * Application event: of an order no license was connected, and none is tried any more. In the transaction in which a person
 * says so, and again in the one that finishes the order; in the latter only, if it was said past the application, as in
 * Tasklist. Once more where the order goes on with what had to wait, and in vain.
 */
public record NothingConnected(OrderId orderId) {
}
