/** Listens to the engine's user tasks. */
@NullMarked
package com.texchange.tasks.worker;

import org.jspecify.annotations.NullMarked;

