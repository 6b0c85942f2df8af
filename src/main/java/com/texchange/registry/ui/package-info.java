/** The pages of the register. */
@NullMarked
package com.texchange.registry.ui;

import org.jspecify.annotations.NullMarked;
