/** Who did what, for which company, from where and when: written in the transaction of the act, changed by nobody. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package com.texchange.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
