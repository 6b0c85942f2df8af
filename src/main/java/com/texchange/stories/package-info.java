/** One onboarding told to each of those whom it concerns: what happened, what comes next, its way on the process diagram. */
@ApplicationModule(allowedDependencies = {"common", "process", "accounts", "partners", "grants::ui", "connections", "mail", "tasks", "registrations", "onboarding", "onboarding::ui"})
@NullMarked
package com.texchange.stories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

