package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.TExchangeApplication;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.local.QuickStart;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.testing.Mailbox;
import com.texchange.testing.OnlyClicks;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The quick start as a process of its own, stopped and killed in the middle of an onboarding: the next start goes on.
 * People click in a second application on its database.
 */
@Tag("faults")
class QuickStartRestartIT {

    private static final String SUPPLIER = "supplier@demo.example.com";
    private static final String DISTRIBUTOR = "distributor@demo.example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final List<ChildJvm> started = new ArrayList<>();

    @AfterEach
    void stopAll() {
        // Orderly, so that no PostgreSQL is left behind.
        started.stream().filter(ChildJvm::isRunning).forEach(ChildJvm::stop);
    }

    @Test
    void goesOnAfterAKillAndAfterAStopAndBeginsAfreshWhenAsked() {
        choosePorts();
        ChildJvm first = quickStart("quickstart-1");
        OnboardingId id;
        try (ConfigurableApplicationContext clicks = clicks()) {
            id = clicks.getBean(Journey.class).invite(person(clicks, SUPPLIER), DISTRIBUTOR);
            mailbox().await("Приглашение");
        }
        first.kill();

        ChildJvm second = quickStart("quickstart-2");
        try (ConfigurableApplicationContext clicks = clicks()) {
            Journey journey = clicks.getBean(Journey.class);
            clicks.getBean(Joining.class).follow(mailbox().await("Приглашение").token(), person(clicks, DISTRIBUTOR));
            journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
            // Its timer was set before the kill.
            mailbox().await("Напоминание");
        }
        second.stop();

        ChildJvm third = quickStart("quickstart-3");
        try (ConfigurableApplicationContext clicks = clicks()) {
            Journey journey = clicks.getBean(Journey.class);
            Actor distributor = person(clicks, DISTRIBUTOR);
            journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
            clicks.getBean(Acceptance.class).accept(id, false, distributor);
            journey.awaitTask("Task_ConnectLicenses", id.value());
            clicks.getBean(ConnectionOrders.class).place(Requests.connect(person(clicks, SUPPLIER).companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 2), distributor),
                    distributor);
            journey.awaitStage(id, Stage.CONNECTED);
            mailbox().await("Лицензии подключены");
            assertThat(mailbox().letters()).extracting(Mailbox.ReceivedLetter::messageId).doesNotHaveDuplicates();
        }
        third.kill();

        settings.put("demo.reset", true);
        quickStart("quickstart-4");
        assertThat(mailbox().letters()).isEmpty();
        try (ConfigurableApplicationContext clicks = clicks()) {
            assertThat(clicks.getBean(TestPeople.class).actor(SUPPLIER)).isNotNull();
        }
        assertThat(started).allSatisfy(run -> assertThat(run.output()).doesNotContain("\tat ", " ERROR "));
    }

    @Test
    void aSecondOneOnTheSameFolderIsToldSo() {
        choosePorts();
        quickStart("quickstart-owner");
        ChildJvm second = launch("quickstart-second");

        await().atMost(PATIENCE).until(() -> !second.isRunning());
        assertThat(second.output()).contains("Another quick start uses the folder").doesNotContain("\tat ");
    }

    private ChildJvm quickStart(String name) {
        ChildJvm run = launch(name);
        await().atMost(PATIENCE).until(() -> {
            assertThat(run.isRunning()).as(name + " is running").isTrue();
            return isHealthy();
        });
        return run;
    }

    private ChildJvm launch(String name) {
        ChildJvm run = ChildJvm.launch(name, QuickStart.class, settings);
        started.add(run);
        return run;
    }

    private boolean isHealthy() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI health = URI.create("http://localhost:" + settings.get("server.port") + "/actuator/health");
            return http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ConfigurableApplicationContext clicks() {
        SpringApplication application = new SpringApplication(TExchangeApplication.class, OnlyClicks.class,
                TestPeople.class, Journey.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        return application.run("--server.port=0", "--t-exchange.onboarding.reminder-every=30s",
                "--t-exchange.accounts.second-factor.required-for=",
                "--spring.datasource.url=jdbc:postgresql://localhost:%s/postgres".formatted(port("postgres")),
                "--spring.datasource.username=postgres",
                "--spring.mail.host=localhost", "--spring.mail.port=" + port("smtp"),
                "--t-exchange.camunda.grpc-address=http://localhost:" + port("engine-grpc"),
                "--t-exchange.camunda.rest-address=http://localhost:" + port("engine-rest"));
    }

    private static Actor person(ConfigurableApplicationContext clicks, String email) {
        return clicks.getBean(TestPeople.class).actor(email);
    }

    private Mailbox mailbox() {
        return Mailbox.at((int) port("imap"), DISTRIBUTOR);
    }

    private Object port(String server) {
        return settings.get("quickstart.%s-port".formatted(server));
    }

    /** The same for every start, as a person's would be. */
    private void choosePorts() {
        settings.put("quickstart.folder", folder.resolve("kept"));
        List<String> names = List.of("server.port", "quickstart.postgres-port", "quickstart.smtp-port",
                "quickstart.imap-port", "quickstart.engine-grpc-port", "quickstart.engine-rest-port");
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (String name : names) {
                ServerSocket socket = new ServerSocket(0);
                sockets.add(socket);
                settings.put(name, socket.getLocalPort());
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
