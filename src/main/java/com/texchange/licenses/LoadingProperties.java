package com.texchange.licenses;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param keepRows how long the rows of a load can be looked at */
@Validated
@ConfigurationProperties("t-exchange.licenses.loads")
record LoadingProperties(@DurationMin(seconds = 1) @DefaultValue("14d") Duration keepRows) {
}
