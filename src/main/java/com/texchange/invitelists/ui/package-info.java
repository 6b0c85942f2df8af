/** The page to invite many, and how batches of invitations are shown. */
@NullMarked
package com.texchange.invitelists.ui;

import org.jspecify.annotations.NullMarked;

