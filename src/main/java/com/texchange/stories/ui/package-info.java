/** The page of a story, and its timeline, which pages of other modules embed. */
@NamedInterface("ui")
@NullMarked
package com.texchange.stories.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

