/** What the operator's process managers see and do: failed steps, late tasks, what waits, lost processes. */
@ApplicationModule(allowedDependencies = {"common", "process", "partners", "mail", "tasks", "grants", "connections", "registrations", "onboarding", "stories", "overview"})
@NullMarked
package com.texchange.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

