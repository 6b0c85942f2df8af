/** Words of the business that every module uses: ids, value types, the acting person, refusals, live changes. */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package com.texchange.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

