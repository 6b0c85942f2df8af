/** Companies and partnerships: distributor codes and delegation. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package com.texchange.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

