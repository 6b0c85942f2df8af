/** Where people sign in through their company, and where its administrators set that up. */
@NullMarked
package com.texchange.identityproviders.ui;

import org.jspecify.annotations.NullMarked;
