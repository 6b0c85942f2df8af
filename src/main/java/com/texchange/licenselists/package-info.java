/** Lists of licenses and devices: a supplier's over all its distributors, the sales department's over all, a distributor's devices. */
@ApplicationModule(allowedDependencies = {"common", "audit", "tables", "tables::ui", "partners", "accounts", "licenses", "grants", "connections",
    "connections::ui"})
@NullMarked
package com.texchange.licenselists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
