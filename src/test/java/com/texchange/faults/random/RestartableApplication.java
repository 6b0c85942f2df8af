package com.texchange.faults.random;

import com.texchange.TExchangeApplication;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.Journey;
import com.texchange.testing.TestPeople;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** The application on servers that outlive it. */
final class RestartableApplication implements AutoCloseable {

    private final LocalServers servers;
    private ConfigurableApplicationContext context;

    RestartableApplication(LocalServers servers) {
        this.servers = servers;
        this.context = start();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void restart() {
        context.close();
        context = start();
    }

    void stopWorkers() {
        workers().stop();
    }

    void startWorkers() {
        workers().start();
    }

    private SmartLifecycle workers() {
        return context.getBean("jobWorkers", SmartLifecycle.class);
    }

    private ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(TExchangeApplication.class, TestPeople.class,
                Journey.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.addInitializers(starting -> TestPropertyValues.of(servers.properties().entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue()))
                .applyTo(starting));
        return application.run("--server.port=0");
    }

    @Override
    public void close() {
        context.close();
    }
}
