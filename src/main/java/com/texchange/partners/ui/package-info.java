/** The page about the person's own company, and what the register embeds of it. */
@NamedInterface("ui")
@NullMarked
package com.texchange.partners.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
