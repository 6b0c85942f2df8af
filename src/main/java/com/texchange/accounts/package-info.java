/** People: accounts, roles, sign-in, setting and resetting passwords. */
@ApplicationModule(allowedDependencies = {"help", "common", "audit", "passwords", "partners", "partners::ui", "mail", "tables::ui"})
@NullMarked
package com.texchange.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

