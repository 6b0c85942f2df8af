package com.texchange.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts.
 *
 * @param idle             without a click or a key of the person
 * @param longest          in any case; then password or code are asked for
 * @param idleOfOperator   the same for the operator's people, who see everybody's data
 * @param longestOfOperator likewise
 * @param warning          how long before its end a page says so
 */
@ConfigurationProperties("t-exchange.accounts.session")
record SessionProperties(@DefaultValue("4h") Duration idle, @DefaultValue("24h") Duration longest,
        @DefaultValue("1h") Duration idleOfOperator, @DefaultValue("12h") Duration longestOfOperator,
        @DefaultValue("5m") Duration warning) {
}
