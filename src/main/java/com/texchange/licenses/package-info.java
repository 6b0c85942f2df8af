/** The inventory of mobile licenses: whose they are, who uses them, and how the sales department loads them. */
@ApplicationModule(allowedDependencies = {"common", "audit", "tables", "tables::ui", "partners", "accounts"})
@NullMarked
package com.texchange.licenses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
