/** The link to Camunda: client, deployment, job workers, durable engine commands, health. */
@ApplicationModule(allowedDependencies = {"common", "audit"})
@NullMarked
package com.texchange.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

