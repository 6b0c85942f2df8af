/** Main layout, navigation, home and error pages. */
@ApplicationModule(allowedDependencies = {"common", "audit", "accounts", "partners", "mail"})
@NullMarked
package com.texchange.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

