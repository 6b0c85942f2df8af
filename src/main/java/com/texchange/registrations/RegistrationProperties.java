package com.texchange.registrations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param due               how long the sales department may take before a request is overdue and escalated
 * @param confirmationValid how long the link works by which an address's owner confirms a request
 * @param refusedKept       how long it is known who has asked for what came to nothing
 */
@ConfigurationProperties("t-exchange.registrations")
public record RegistrationProperties(@DefaultValue("2d") Duration due, @DefaultValue("7d") Duration confirmationValid,
        @DefaultValue("180d") Duration refusedKept) {
}
