package com.texchange.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sign-in and links last.
 *
 * @param passwordLinkValid link to set the first password
 * @param resetLinkValid    link to replace a forgotten password
 * @param rememberedFor     a browser in which «remember me» was chosen
 */
@ConfigurationProperties("t-exchange.accounts")
record AccountProperties(
        @DefaultValue("7d") Duration passwordLinkValid,
        @DefaultValue("1d") Duration resetLinkValid,
        @DefaultValue("30d") Duration rememberedFor) {
}
