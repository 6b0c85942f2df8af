package com.texchange.reconciliation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param keep for how long a list that was compared can be opened */
@Validated
@ConfigurationProperties("t-exchange.reconciliation")
record ReconciliationProperties(@DurationMin(seconds = 1) @DefaultValue("14d") Duration keep) {
}
