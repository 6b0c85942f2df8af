/** The pages of batches, and what modules say so that theirs are shown. */
@NamedInterface("ui")
@NullMarked
package com.texchange.batches.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
