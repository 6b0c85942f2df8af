package com.texchange.licenses;

import com.texchange.common.CompanyId;

/** A supplier of a distributor with the distributor's licenses in and out of its service, pending ones among the latter. */
public record SupplierGroup(CompanyId supplierId, String supplierName, int inService, int outOfService) {
}
