/** Mobile licenses, their connections to suppliers, connection orders and the license grid. */
@ApplicationModule(allowedDependencies = {"common", "partners", "process"})
@NullMarked
package com.texchange.licenses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

