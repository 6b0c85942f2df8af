/** Letters: layout, durable sending with retries, and the log of deliveries. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package com.texchange.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

