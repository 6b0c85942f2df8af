/** Invitations for many: a list is read, checked row by row and, when confirmed, sent in the background. */
@ApplicationModule(allowedDependencies = {"common", "tables", "tables::ui", "batches", "batches::ui", "onboarding"})
@NullMarked
package com.texchange.invitelists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

