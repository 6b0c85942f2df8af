package com.texchange.licenses;

import com.texchange.common.LicenseId;

/** Application event: a license is blocked no more. In the transaction that frees it. */
public record LicenseFreed(LicenseId license) {
}
