/** The first people of a new installation: someone of the operator, and a supplier's first user. */
@ApplicationModule(allowedDependencies = {"common", "accounts", "partners", "mail"})
@NullMarked
package com.texchange.bootstrap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

