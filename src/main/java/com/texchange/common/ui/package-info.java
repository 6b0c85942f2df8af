/** Small parts that the views of all modules share. */
@NullMarked
package com.texchange.common.ui;

import org.jspecify.annotations.NullMarked;

