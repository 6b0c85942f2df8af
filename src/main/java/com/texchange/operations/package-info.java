/** What the operator's process managers see and do: failed steps, late tasks, what waits, lost processes. */
@ApplicationModule(allowedDependencies = {"common", "process", "onboarding"})
@NullMarked
package com.texchange.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
