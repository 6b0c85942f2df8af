package com.texchange.partners;

import com.texchange.common.EmailAddress;
import com.texchange.common.SingleLine;
import com.texchange.common.TaxId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom a supplier invites, as the supplier describes it. */
public record Invitee(@NotBlank @Size(max = 200) @SingleLine String name, EmailAddress email, @Nullable TaxId taxId,
        @Size(max = 100) @SingleLine @Nullable String city) {
}
