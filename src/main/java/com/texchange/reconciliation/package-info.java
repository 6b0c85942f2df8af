/** A supplier compares the list of its own system with what is connected to it, and puts right what differs. */
@ApplicationModule(allowedDependencies = {"common", "audit", "tables", "tables::ui", "partners", "accounts", "licenses", "grants", "connections",
    "connections::ui"})
@NullMarked
package com.texchange.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
