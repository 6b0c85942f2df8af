package com.texchange.licenses;

import com.texchange.common.CompanyId;

/** Licenses of an owner came to a distributor; told within the transaction that loads them. */
public record LicensesLoaded(CompanyId owner, CompanyId distributor) {
}
