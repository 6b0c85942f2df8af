/** Who may manage whose licenses: what distributors grant to suppliers, and what owners may without being granted it. */
@ApplicationModule(allowedDependencies = {"common", "audit", "process", "accounts", "accounts::ui", "partners", "mail", "tasks", "licenses"})
@NullMarked
package com.texchange.grants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
