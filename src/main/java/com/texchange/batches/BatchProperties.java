package com.texchange.batches;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param grace how long a batch can be undone before its first letter is written */
@ConfigurationProperties("t-exchange.batches")
public record BatchProperties(@DefaultValue("30s") Duration grace) {
}
