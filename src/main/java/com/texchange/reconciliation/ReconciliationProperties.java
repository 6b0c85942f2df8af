package com.texchange.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param keep for how long a list that was compared can be opened */
@ConfigurationProperties("t-exchange.reconciliation")
record ReconciliationProperties(@DefaultValue("14d") Duration keep) {
}
