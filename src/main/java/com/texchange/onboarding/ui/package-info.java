/** The pages and task forms of the onboarding. */
@NullMarked
package com.texchange.onboarding.ui;

import org.jspecify.annotations.NullMarked;
