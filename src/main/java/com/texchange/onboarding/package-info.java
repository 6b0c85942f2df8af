/** The onboarding of a distributor: invitations, stages, its steps, letters, forms and pages. */
@ApplicationModule(allowedDependencies = {"common", "audit", "batches", "process", "accounts", "partners", "licenses", "grants", "grants::ui", "connections", "mail", "tasks", "registrations"})
@NullMarked
package com.texchange.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

