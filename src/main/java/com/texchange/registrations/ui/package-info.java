/** The page to ask for an account, and the sales department's form. */
@NullMarked
package com.texchange.registrations.ui;

import org.jspecify.annotations.NullMarked;

