package com.texchange.partners;

import com.texchange.common.EmailAddress;
import com.texchange.common.TaxId;
import org.jspecify.annotations.Nullable;

/** Whom a supplier invites, as the supplier describes it. */
public record Invitee(String name, EmailAddress email, @Nullable TaxId taxId, @Nullable String city) {
}
