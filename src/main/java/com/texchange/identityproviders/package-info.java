/** Companies' own servers at which their people sign in, by OpenID Connect. */
@ApplicationModule(allowedDependencies = {"common", "audit", "partners", "mail", "accounts", "accounts::ui"})
@NullMarked
package com.texchange.identityproviders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
