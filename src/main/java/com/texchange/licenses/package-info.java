/** Mobile licenses, orders to connect them to suppliers from the click to the letter, and who may manage them. */
@ApplicationModule(allowedDependencies = {"common", "tables", "tables::ui", "partners", "accounts", "process", "mail", "tasks"})
@NullMarked
package com.texchange.licenses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

