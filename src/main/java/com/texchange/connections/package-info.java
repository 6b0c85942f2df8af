/** Connects licenses to suppliers, from the click to the letter, and shows what is connected where. */
@ApplicationModule(allowedDependencies = {"common", "audit", "tables", "tables::ui", "partners", "accounts", "process", "mail", "tasks", "licenses", "grants"})
@NullMarked
package com.texchange.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
