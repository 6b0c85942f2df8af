/** Registration of newcomers by the sales department. */
@ApplicationModule(allowedDependencies = {"help", "common", "audit", "process", "accounts", "accounts::ui", "partners", "mail", "tasks"})
@NullMarked
package com.texchange.registrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

