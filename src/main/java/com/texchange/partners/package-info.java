/** Companies and their partnerships, with distributor codes. */
@ApplicationModule(allowedDependencies = {"common", "audit"})
@NullMarked
package com.texchange.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

