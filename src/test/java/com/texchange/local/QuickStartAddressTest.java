package com.texchange.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/** Who hears the quick start, with its demo people whose password everybody knows: a server as it configures it, and nothing else of the product. */
class QuickStartAddressTest {

    private static final int PATIENCE = 2_000;
    private final WebApplicationContextRunner server = new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class))
            .withPropertyValues("spring.profiles.active=" + QuickStart.PROFILE, "server.port=0");

    @Test
    void onlyThisMachineIsAnswered() {
        server.run(context -> {
            assertThat(addresses()).filteredOn(InetAddress::isLoopbackAddress).as("of this machine alone")
                    .anyMatch(address -> answers(address, port(context.getSourceApplicationContext())));
            assertThat(addresses()).filteredOn(address -> !address.isLoopbackAddress()).as("where others come in")
                    .noneMatch(address -> answers(address, port(context.getSourceApplicationContext())));
            assertThat(InetAddress.getByName(context.getEnvironment().getProperty("server.address"))).matches(InetAddress::isLoopbackAddress);
        });
    }

    @Test
    void othersAreAnsweredWhereSomebodySaysSo() {
        server.withPropertyValues("server.address=0.0.0.0").run(context -> assertThat(addresses())
                .filteredOn(address -> address.getAddress().length == 4)
                .allMatch(address -> answers(address, port(context.getSourceApplicationContext()))));
    }

    private static int port(Object context) {
        return ((AnnotationConfigServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static List<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces().filter(QuickStartAddressTest::isUp).flatMap(NetworkInterface::inetAddresses).toList();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }
}
