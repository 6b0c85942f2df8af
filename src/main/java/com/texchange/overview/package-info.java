/** Many onboardings: search, lists, export, acting on a selection, figures for home pages. */
@ApplicationModule(allowedDependencies = {"common", "audit", "tables", "tables::ui", "batches", "process", "accounts", "partners", "grants::ui", "connections", "mail", "tasks", "registrations", "onboarding", "onboarding::ui", "stories", "stories::ui"})
@NullMarked
package com.texchange.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

