/** What was done, to be read: by the operator, by a company's administrators, and by everybody of oneself. */
@ApplicationModule(allowedDependencies = {"common", "audit", "tables", "tables::ui", "partners"})
@NullMarked
package com.texchange.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
