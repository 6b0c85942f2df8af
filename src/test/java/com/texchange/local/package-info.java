/** The servers that the application needs, inside the JVM: for {@code mvn spring-boot:test-run} and for the tests. */
@NullMarked
package com.texchange.local;

import org.jspecify.annotations.NullMarked;

