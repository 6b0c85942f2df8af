package com.texchange.benchmark;

import static org.awaitility.Awaitility.await;

import com.texchange.TExchangeApplication;
import com.texchange.batches.BatchId;
import com.texchange.batches.Batches;
import com.texchange.benchmark.SeededOnboardings.Cast;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.invitelists.InvitationLists;
import com.texchange.invitelists.InviteeColumn;
import com.texchange.local.LocalServers;
import com.texchange.local.LocalSettings;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.Tables;
import com.texchange.testing.TestPeople;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Distributors that are invited by list, in the whole application, from the click to the last letter that is written down as sent;
 * beside the same number of such letters over eight open connections. And what somebody else's click takes meanwhile, beside its time
 * at rest. {@code -Dbenchmark.invitations} says how many in all; each round has a list of a fifth of them. All of it after as many
 * onboardings as {@code -Dbenchmark.before} says, and after a tenth of them, so that it is seen how it grows.
 */
@Benchmark
class InvitationListBenchmarkIT {

    private static final int ROWS = Math.max(1, Integer.getInteger("benchmark.invitations", 1_000) / 5);
    private static final int CLICKS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    @Autowired
    Report report;
    @TempDir
    Path temporary;
    private ConfigurableApplicationContext application;
    private Actor somebodyElse;
    private int lists;

    @Test
    void invitations() throws Exception {
        try (LocalServers servers = LocalServers.start(LocalSettings.anywhere());
                ReadingMailServer mail = new ReadingMailServer(temporary);
                RawSmtp eight = new RawSmtp(mail.port(), 8)) {
            Map<String, Object> properties = new LinkedHashMap<>(servers.properties());
            properties.put("spring.mail.host", "localhost");
            properties.put("spring.mail.port", mail.port());
            application = start(properties);
            try {
                SeededOnboardings before = application.getBean(SeededOnboardings.class);
                Cast cast = before.cast();
                int all = SeededOnboardings.ENDED_BEFORE;
                somebodyElse = application.getBean(TestPeople.class).supplier();
                before.growEnded(cast, 0, all / 10);
                invite();
                List<byte[]> letters = mail.letters().stream().limit(ROWS).map(RawSmtp::ready).toList();
                race(eight, letters, true);
                before.growEnded(cast, all / 10, all);
                race(eight, letters, false);
            } finally {
                application.close();
            }
            report.write();
            System.out.println(report.table());
        }
    }

    private void race(RawSmtp eight, List<byte[]> letters, boolean tenth) throws Exception {
        Race race = new Race(Sizes.asked().rounds(), line -> report.add(line, tenth));
        race.run(List.of("one of %,d invited by list, its letter sent ÷ over eight open connections".formatted(ROWS),
                "somebody else's click meanwhile ÷ at rest"), "ms", this::invite, Map.of("", () -> {
                    double millis = Contender.millis(() -> eight.send(letters));
                    return new double[] {millis / letters.size(), click()};
                }));
    }

    private static ConfigurableApplicationContext start(Map<String, Object> properties) {
        SpringApplication application = new SpringApplication(TExchangeApplication.class, TestPeople.class, SampleBusiness.class,
                SeededOnboardings.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return application.run(arguments.toArray(String[]::new));
    }

    /** @return milliseconds for each invitation, and for a click meanwhile */
    private double[] invite() throws Exception {
        Actor supplier = application.getBean(TestPeople.class).supplier();
        InvitationLists all = application.getBean(InvitationLists.class);
        Batches batches = application.getBean(Batches.class);
        int list = ++lists;
        String table = "Название;Почта;Город\n" + IntStream.range(0, ROWS)
                .mapToObj(i -> "ООО «Ромашка " + list + "-" + i + "»;" + TestPeople.anyEmail() + ";Казань")
                .collect(Collectors.joining("\n"));
        BatchId id = all.invite(all.check(Tables.of(InviteeColumn.class, table), supplier), Languages.RUSSIAN, supplier);
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        int before = sent(jdbc);
        List<Double> clicks = new ArrayList<>();
        double millis = Contender.millis(() -> {
            batches.startNow(id, supplier);
            await().pollInSameThread().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
                if (clicks.size() < CLICKS && sent(jdbc) > before) {
                    clicks.add(Contender.millis(this::one));
                }
                return sent(jdbc) >= before + ROWS + clicks.size();
            });
        });
        return new double[] {millis / ROWS, new Samples(clicks).median()};
    }

    private static int sent(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from mail_delivery where state = 'SENT'").query(Integer.class).single();
    }

    private double click() throws Exception {
        List<Double> clicks = new ArrayList<>();
        for (int i = 0; i < CLICKS; i++) {
            clicks.add(Contender.millis(this::one));
        }
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        await().pollInSameThread().atMost(PATIENCE).until(() -> jdbc.sql("select count(*) from onboarding where letter_state is distinct from 'SENT'")
                .query(Integer.class).single() == 0);
        return new Samples(clicks).median();
    }

    private void one() {
        application.getBean(Invitations.class).invite(
                new InviteRequest("ООО «Другая»", TestPeople.anyEmail(), null, "Казань", Languages.RUSSIAN), somebodyElse);
    }
}
