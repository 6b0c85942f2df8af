package com.texchange.connections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param connectDue when a distributor's tasks about licenses to connect are overdue */
@ConfigurationProperties("t-exchange.licenses")
public record ConnectionProperties(@DefaultValue("14d") Duration connectDue) {
}
