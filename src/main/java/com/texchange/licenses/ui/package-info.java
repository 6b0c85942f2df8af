/** The sales department's page for loading licenses. */
@NullMarked
package com.texchange.licenses.ui;

import org.jspecify.annotations.NullMarked;
