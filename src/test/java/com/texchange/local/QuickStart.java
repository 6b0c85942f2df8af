package com.texchange.local;

import com.texchange.TExchangeApplication;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The whole product with one command, {@code mvn spring-boot:test-run}: PostgreSQL, mail server and engine in this JVM,
 * the application on them, demo companies and accounts. For trying it out; nothing here is part of the product.
 */
public final class QuickStart {

    /** The profile of what only the quick start has. */
    public static final String PROFILE = "quickstart";
    private static final int DEFAULT_SERVER_PORT = 8080;

    private QuickStart() {
    }

    public static void main(String[] args) {
        // What no message bundle has in the reader's language shall be English, not the machine's language.
        Locale.setDefault(Locale.ENGLISH);
        Binder options = options(args);
        LocalSettings settings = options.bindOrCreate(LocalSettings.PREFIX, LocalSettings.class);
        int serverPort = options.bind("server.port", Integer.class).orElse(DEFAULT_SERVER_PORT);
        Map<String, Integer> ports = new LinkedHashMap<>(settings.ports());
        ports.put("server.port", serverPort);
        LocalFolder folder = openFolder(settings, options.bind("demo.reset", String.class).orElse("false"));
        TakenPort.first(ports).ifPresent(QuickStart::giveUp);

        SpringApplication application = new SpringApplication(TExchangeApplication.class);
        application.setAdditionalProfiles(PROFILE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> startServers(context, settings, folder));
        Welcome.print(run(application, args));
    }

    /** A failed start, which Boot has logged, must not leave the servers behind: their threads would keep the JVM up. */
    private static ConfigurableApplicationContext run(SpringApplication application, String[] args) {
        try {
            return application.run(args);
        } catch (RuntimeException e) {
            System.exit(1);
            throw e;
        }
    }

    /** Command line, system properties and environment, as the application itself will read them. */
    private static Binder options(String[] args) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment);
    }

    /** A server that a killed run has left behind goes before its port would be found taken. */
    private static LocalFolder openFolder(LocalSettings settings, String reset) {
        try {
            LocalFolder folder = LocalFolder.open(settings.folder()).stopOrphan();
            // The bare --demo.reset has an empty value.
            return reset.equals("false") ? folder : folder.reset();
        } catch (IllegalStateException e) {
            System.err.printf("%s. Choose another one: --%s.folder=<folder>%n", e.getMessage(), LocalSettings.PREFIX);
            System.exit(1);
            throw e;
        }
    }

    private static void giveUp(TakenPort taken) {
        System.err.printf("Port %d is taken by another program. Choose another one: --%s=<port>%n",
                taken.port(), taken.property());
        System.exit(1);
    }

    /** What is kept may be damaged, or of another version; nobody needs a stack trace to begin afresh. */
    private static LocalServers startOrExplain(LocalSettings settings, LocalFolder folder) {
        try {
            return LocalServers.start(settings, folder);
        } catch (IllegalStateException | UncheckedIOException e) {
            System.err.printf("%s. What is in %s cannot be used; --demo.reset removes it and begins afresh%n",
                    e.getMessage(), settings.folder());
            System.exit(1);
            throw e;
        }
    }

    /** Within the application's start, because only then the log is set up. */
    private static void startServers(ConfigurableApplicationContext context, LocalSettings settings, LocalFolder folder) {
        LocalServers servers = startOrExplain(settings, folder);
        SpringApplication.getShutdownHandlers().add(servers::close);
        ConfigurableEnvironment environment = context.getEnvironment();
        Map<String, Object> properties = new LinkedHashMap<>(servers.properties());
        properties.put("spring.messages.basename",
                environment.getRequiredProperty("spring.messages.basename") + ",messages/demo");
        PropertySource<?> local = new MapPropertySource("local servers", properties);
        MutablePropertySources sources = environment.getPropertySources();
        // What is given on the command line goes before; without arguments there is no such source.
        if (sources.contains(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME, local);
        } else {
            sources.addFirst(local);
        }
        context.getBeanFactory().registerSingleton("localServers", servers);
    }
}
