/** The inbox: a projection of Camunda's user tasks, claiming and completing them, the forms' SPI. */
@ApplicationModule(allowedDependencies = {"common", "audit", "process", "accounts", "partners", "mail"})
@NullMarked
package com.texchange.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

