package com.texchange.accounts;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a session lasts.
 *
 * @param idle             without a click or a key of the person
 * @param longest          in any case; then password or code are asked for
 * @param idleOfOperator   the same for the operator's people, who see everybody's data
 * @param longestOfOperator likewise
 * @param warning          how long before its end a page says so
 */
@Validated
@ConfigurationProperties("t-exchange.accounts.session")
record SessionProperties(
        @DurationMin(seconds = 1) @DefaultValue("4h") Duration idle,
        @DurationMin(seconds = 1) @DefaultValue("24h") Duration longest,
        @DurationMin(seconds = 1) @DefaultValue("1h") Duration idleOfOperator,
        @DurationMin(seconds = 1) @DefaultValue("12h") Duration longestOfOperator,
        @DefaultValue("5m") Duration warning) {
}
