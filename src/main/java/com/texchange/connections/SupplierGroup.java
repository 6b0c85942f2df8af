package com.texchange.connections;

import com.texchange.common.CompanyId;

/** A supplier of a distributor with the number of the distributor's licenses in its service, pending ones not among them. */
public record SupplierGroup(CompanyId supplierId, String supplierName, int inService) {
}
