package com.texchange.accounts;

import com.texchange.common.CompanyId;

/** Knows which companies may act on the licenses of others; a module above provides it. */
public interface ActsUnderGrant {

    boolean acts(CompanyId supplier);
}
