/** The automatic steps of the process {@code license-connection}. */
@NullMarked
package com.texchange.licenses.worker;

import org.jspecify.annotations.NullMarked;

