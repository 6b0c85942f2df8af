package com.texchange.grants;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param requestDue when a distributor's task about a supplier's request is overdue */
@Validated
@ConfigurationProperties("t-exchange.grants")
record GrantProperties(@DurationMin(seconds = 1) @DefaultValue("14d") Duration requestDue) {
}
