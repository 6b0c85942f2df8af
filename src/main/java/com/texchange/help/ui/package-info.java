/** The pages of the user guide and of the license agreement. */
@NullMarked
package com.texchange.help.ui;

import org.jspecify.annotations.NullMarked;

