/** The pages with lists of licenses and devices. */
@NullMarked
package com.texchange.licenselists.ui;

import org.jspecify.annotations.NullMarked;
