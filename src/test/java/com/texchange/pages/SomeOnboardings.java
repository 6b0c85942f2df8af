package com.texchange.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.test.context.TestPropertySource;

/**
 * The quick start with enough onboardings for every page to have something of every kind. Tests of it run beside those of the servers
 * that the others share; whichever changes what its siblings look at locks it for itself.
 */
@DemoServers
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = SomeOnboardings.DATA, mode = ResourceAccessMode.READ)
@TestPropertySource(properties = "demo.onboardings=300")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SomeOnboardings {

    /** What is shown. */
    String DATA = "demo";
}
