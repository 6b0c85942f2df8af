package com.texchange.licenses;

import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;

/** Application event, once per order, in the transaction that publishes its connections. */
public record LicensesConnected(OrderId orderId, CompanyId supplierId, CompanyId distributorId, int count) {
}
