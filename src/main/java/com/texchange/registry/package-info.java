/** The operator's register of companies. */
@ApplicationModule(allowedDependencies = {"common", "partners", "accounts", "accounts::ui", "licenses"})
@NullMarked
package com.texchange.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
