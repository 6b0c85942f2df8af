package com.texchange.registrations;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param due               how long the sales department may take before a request is overdue and escalated
 * @param confirmationValid how long the link works by which an address's owner confirms a request
 * @param refusedKept       how long it is known who has asked for what came to nothing
 */
@Validated
@ConfigurationProperties("t-exchange.registrations")
public record RegistrationProperties(
        @DurationMin(seconds = 1) @DefaultValue("2d") Duration due,
        @DurationMin(seconds = 1) @DefaultValue("7d") Duration confirmationValid,
        @DurationMin(seconds = 1) @DefaultValue("180d") Duration refusedKept) {
}
