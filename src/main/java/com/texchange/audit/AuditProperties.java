package com.texchange.audit;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code t-exchange.audit.*}
 *
 * @param keep how long entries are kept; the database removes none that is younger than 90 days
 */
@Validated
@ConfigurationProperties("t-exchange.audit")
record AuditProperties(@NotNull @DurationMin(days = 90) @DefaultValue("1095d") Duration keep) {
}
