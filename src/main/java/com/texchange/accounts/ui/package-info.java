/** The pages around sign-in. */
@NullMarked
package com.texchange.accounts.ui;

import org.jspecify.annotations.NullMarked;

