package com.texchange.licenses;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param keepRows how long the rows of a load can be looked at */
@ConfigurationProperties("t-exchange.licenses.loads")
record LoadingProperties(@DefaultValue("14d") Duration keepRows) {
}
