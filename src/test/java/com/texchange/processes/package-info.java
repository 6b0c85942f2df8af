/** The process files, path by path, with Camunda Process Test: no application, its workers are played by the tests. */
@NullMarked
package com.texchange.processes;

import org.jspecify.annotations.NullMarked;

