package com.texchange.registrations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param due how long the sales department may take before a request is overdue and escalated */
@ConfigurationProperties("t-exchange.registrations")
public record RegistrationProperties(@DefaultValue("2d") Duration due) {
}
