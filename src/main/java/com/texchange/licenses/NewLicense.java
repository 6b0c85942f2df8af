package com.texchange.licenses;

import com.texchange.common.CompanyId;
import com.texchange.common.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mobile license to be loaded.
 *
 * @param owner the company that it belongs to: the distributor itself or a supplier
 */
public record NewLicense(@NotNull @Pattern(regexp = NUMBER) String number,
        @NotNull @Pattern(regexp = ACTIVATION_CODE) String activationCode, @NotNull CompanyId distributor,
        @NotNull CompanyId owner, @Size(max = 200) @SingleLine @Nullable String userName,
        @Size(max = 40) @SingleLine @Nullable String configVersion, @Nullable UUID mdmId) {

    static final String NUMBER = "[0-9]{1,40}";
    static final String ACTIVATION_CODE = "[0-9]{4}(-[0-9]{4}){3}";
}
