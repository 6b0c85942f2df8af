package com.texchange.accounts;

import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.common.ValidEmail;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Set;

/** Whom an administrator of the operator invites. */
public record NewOperatorPerson(@NotBlank @Size(max = 200) @SingleLine String name, @NotBlank @ValidEmail String email,
        @NotEmpty Set<Role> roles, Locale locale) implements Invitee {
}
