/** Many onboardings at random, with parts that stop and start under them. */
@NullMarked
package com.texchange.faults.random;

import org.jspecify.annotations.NullMarked;

