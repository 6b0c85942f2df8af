/** The pages about licenses: the distributor's grid and the sales department's loading. */
@NullMarked
package com.texchange.licenses.ui;

import org.jspecify.annotations.NullMarked;

