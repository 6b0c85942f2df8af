package com.texchange.mail;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How stubbornly letters are sent.
 *
 * @param firstRetry  pause after the first failure; it doubles with every further one
 * @param longestRetry no pause is longer
 * @param giveUpAfter age at which a letter that could not be sent is given up
 * @param concurrency how many letters this instance sends at once, each over a connection of its own; with none, it leaves all to
 *                    others
 * @param idleConnection     for how long a connection that no letter needs stays open
 * @param lettersPerConnection after as many, a connection is closed, before servers that allow but so many do it
 * @param keepTexts   for how long the text of a letter can be opened once it is out
 */
@Validated
@ConfigurationProperties("t-exchange.mail")
record SendingProperties(
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DurationMin(seconds = 1) @DefaultValue("3d") Duration giveUpAfter,
        @Min(0) @DefaultValue("8") int concurrency,
        @DefaultValue("10s") Duration idleConnection,
        @Min(1) @DefaultValue("100") int lettersPerConnection,
        @DurationMin(seconds = 1) @DefaultValue("365d") Duration keepTexts) {
}
