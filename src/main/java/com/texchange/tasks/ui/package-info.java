/** The inbox page. */
@NullMarked
package com.texchange.tasks.ui;

import org.jspecify.annotations.NullMarked;

