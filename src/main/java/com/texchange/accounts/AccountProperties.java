package com.texchange.accounts;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long sign-in and links last.
 *
 * @param passwordLinkValid link to set the first password
 * @param resetLinkValid    link to replace a forgotten password
 * @param rememberedFor     a browser in which «remember me» was chosen
 */
@Validated
@ConfigurationProperties("t-exchange.accounts")
record AccountProperties(
        @DurationMin(seconds = 1) @DefaultValue("7d") Duration passwordLinkValid,
        @DurationMin(seconds = 1) @DefaultValue("1d") Duration resetLinkValid,
        @DurationMin(seconds = 1) @DefaultValue("30d") Duration rememberedFor) {
}
