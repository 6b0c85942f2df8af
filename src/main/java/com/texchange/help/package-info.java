/** The user guide of each role, and the license agreement. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package com.texchange.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

