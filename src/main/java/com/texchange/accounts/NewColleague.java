package com.texchange.accounts;

import com.texchange.common.Position;
import com.texchange.common.SingleLine;
import com.texchange.common.ValidEmail;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/** A person whom a colleague invites. */
public record NewColleague(@NotBlank @Size(max = 200) @SingleLine String name, @NotBlank @ValidEmail String email,
        @NotNull Position position, Locale locale) implements Invitee {
}
