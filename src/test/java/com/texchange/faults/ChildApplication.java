package com.texchange.faults;

import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.texchange.TExchangeApplication;
import java.util.Locale;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** The application in a JVM of its own, so that a test can kill it; {@link ChildJvm} starts it. */
final class ChildApplication {

    /** Where it stops and waits to be killed: any number of {@link CrashPoints.Point}s, separated by commas. */
    static final String CRASH = "faults.crash";
    /** Begins each line that the test reads. */
    static final String TOLD = "@@ ";
    static final String READY = "ready";

    private ChildApplication() {
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.ENGLISH);
        SpringApplication application = new SpringApplication(TExchangeApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(ChildApplication::arm);
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) ready -> tell(READY));
        application.run(args);
    }

    private static void arm(ConfigurableApplicationContext context) {
        CrashPoints points = CrashPoints.parse(context.getEnvironment().getProperty(CRASH, ""));
        context.getBeanFactory().addBeanPostProcessor(points);
        context.getBeanFactory().registerSingleton("crashPoints", (ExecutionInterceptor) points::execute);
    }

    /** One line, whole even if several threads tell something. */
    static void tell(String what) {
        System.out.println(TOLD + what);
    }
}
