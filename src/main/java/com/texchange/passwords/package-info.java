/** What a new password must be, and how it is hashed, on a few threads of its own; the codes of apps beside it. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package com.texchange.passwords;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
