/** What is done for many at once: kept durably, worked off in the background, with a result for each row. */
@ApplicationModule(allowedDependencies = {"common", "audit", "accounts", "tables", "tables::ui"})
@NullMarked
package com.texchange.batches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

