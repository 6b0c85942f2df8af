package com.texchange.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that have servers of their own: they run beside those of the servers that the others share, whose waiting leaves the processors
 * time. The lock lets one class of them run at once, and its tests one after another.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("place beside the other tests")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BesideOthers {
}
