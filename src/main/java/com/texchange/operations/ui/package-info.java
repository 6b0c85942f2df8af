/** Pages of process managers. */
@NullMarked
package com.texchange.operations.ui;

import org.jspecify.annotations.NullMarked;

