/** The operator's register of companies. */
@ApplicationModule(allowedDependencies = {"common", "partners", "partners::ui", "accounts", "accounts::ui", "licenses"})
@NullMarked
package com.texchange.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
