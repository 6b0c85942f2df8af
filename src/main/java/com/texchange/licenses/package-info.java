/** Mobile licenses, their connections to suppliers: orders from the click to the letter, with their process, and the license grid. */
@ApplicationModule(allowedDependencies = {"common", "partners", "accounts", "process", "mail", "tasks"})
@NullMarked
package com.texchange.licenses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

