/** Tests that kill, stop and slow down parts of the running system. */
@NullMarked
package com.texchange.faults;

import org.jspecify.annotations.NullMarked;

