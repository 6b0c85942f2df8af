package com.texchange.onboarding;

import com.texchange.common.SingleLine;
import com.texchange.common.ValidEmail;
import com.texchange.common.ValidTaxId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom a supplier invites. @param language of the letter, unless the address has an account with its own */
public record InviteRequest(
        @NotBlank @Size(max = 200) @SingleLine String name,
        @NotBlank @ValidEmail String email,
        @ValidTaxId @Nullable String taxId,
        @Size(max = 100) @SingleLine @Nullable String city,
        @NotNull Locale language) {
}
