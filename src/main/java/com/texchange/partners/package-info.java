/** Companies and their partnerships, with distributor codes. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package com.texchange.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

