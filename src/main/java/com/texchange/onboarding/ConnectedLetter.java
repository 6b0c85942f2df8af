package com.texchange.onboarding;

import com.texchange.common.CompanyId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the confirmation to both companies says. @param reference the onboarding, or null for later connections */
record ConnectedLetter(CompanyId supplier, CompanyId distributor, int count, String key, @Nullable UUID reference) {
}
