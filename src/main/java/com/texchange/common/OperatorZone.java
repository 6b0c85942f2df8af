package com.texchange.common;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The time zone of the operator: for its people, for whoever is not signed in, and for companies that have chosen none.
 *
 * @param timeZone by its name in the IANA database, such as {@code Asia/Yekaterinburg}
 */
@ConfigurationProperties("t-exchange.operator")
public record OperatorZone(@DefaultValue("Europe/Moscow") ZoneId timeZone) {
}
