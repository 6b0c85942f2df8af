/** The pages and task forms of the onboarding, with parts that pages of other modules embed. */
@NamedInterface("ui")
@NullMarked
package com.texchange.onboarding.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

