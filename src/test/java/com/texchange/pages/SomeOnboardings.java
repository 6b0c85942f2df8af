package com.texchange.pages;

import com.texchange.testing.BesideOthers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The quick start with enough onboardings for every page to have something of every kind. */
@DemoServers
@BesideOthers
@TestPropertySource(properties = "demo.onboardings=300")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SomeOnboardings {
}
