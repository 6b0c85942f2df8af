package com.texchange.connections;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param connectDue when a distributor's tasks about licenses to connect are overdue */
@Validated
@ConfigurationProperties("t-exchange.licenses")
public record ConnectionProperties(@DurationMin(seconds = 1) @DefaultValue("14d") Duration connectDue) {
}
