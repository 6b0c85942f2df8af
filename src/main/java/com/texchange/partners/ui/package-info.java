/** The page about the person's own company, what the register embeds of it, and the choice of an own clock. */
@NamedInterface("ui")
@NullMarked
package com.texchange.partners.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
