/** The page to invite many, and the pages of what was begun for many. */
@NullMarked
package com.texchange.invitelists.ui;

import org.jspecify.annotations.NullMarked;

