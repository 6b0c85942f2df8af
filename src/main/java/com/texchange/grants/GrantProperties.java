package com.texchange.grants;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param requestDue when a distributor's task about a supplier's request is overdue */
@ConfigurationProperties("t-exchange.grants")
record GrantProperties(@DefaultValue("14d") Duration requestDue) {
}
