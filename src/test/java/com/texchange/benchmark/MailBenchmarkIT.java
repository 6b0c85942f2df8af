package com.texchange.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.benchmark.SeededOnboardings.Cast;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.testing.TestPeople;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters from the moment at which they are due to the one at which what came of them is written down, on their onboardings too;
 * beside open connections over which the very same letters go. {@code -Dbenchmark.letters} says how many. All of it after letters of as
 * many onboardings as {@code -Dbenchmark.before} says, and after a tenth of them, so that it is seen how it grows.
 */
@Benchmark
@TestPropertySource(properties = {"benchmark.mail-concurrency=8", "testing.database=lettered"})
class MailBenchmarkIT {

    private static final int LETTERS = Integer.getInteger("benchmark.letters", 500);
    @Autowired
    Letters letters;
    @Autowired
    Invitations invitations;
    @Autowired
    TestPeople people;
    @Autowired
    JavaMailSenderImpl sender;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    SeededOnboardings before;
    @Autowired
    Report report;
    private final String run = UUID.randomUUID().toString();
    @TempDir
    Path temporary;
    private int rounds;
    private OnboardingId wakening;

    @Test
    void letters() throws Exception {
        int port = sender.getPort();
        Cast cast = before.cast();
        int all = SeededOnboardings.ENDED_BEFORE;
        before.growEnded(cast, 0, all / 10);
        write();
        try {
            race("letter sent", temporary, true);
            before.growEnded(cast, all / 10, all);
            race("letter sent", temporary, false);
            race("letter sent, mail server without a disk", null, false);
        } finally {
            sender.setPort(port);
        }
        report.write();
        System.out.println(report.table());
    }

    private void race(String name, @Nullable Path folder, boolean tenth) throws Exception {
        try (ReadingMailServer server = new ReadingMailServer(folder);
                RawSmtp one = new RawSmtp(server.port(), 1);
                RawSmtp eight = new RawSmtp(server.port(), 8)) {
            sender.setPort(server.port());
            ours(server);
            List<byte[]> ready = server.letters().stream().map(RawSmtp::ready).toList();
            assertThat(ready).hasSize(LETTERS);
            Race race = new Race(Sizes.asked().rounds(), line -> report.add(line, tenth));
            eight.send(ready);
            race.compare("letters", sizes(ready), sizes(server.letters().stream().map(RawSmtp::ready).toList()));

            race.run(List.of(name), "ms", () -> ours(server), Map.of(
                    " ÷ one open connection", () -> floor(server, one, ready),
                    " ÷ eight open connections", () -> floor(server, eight, ready)));
            assertThat(race.differences()).isEmpty();
        }
    }

    /** Each belongs to an onboarding, as most do. */
    private void write() {
        Actor supplier = people.supplier();
        List<OnboardingId> onboardings = IntStream.range(0, LETTERS).mapToObj(i -> invitations.invite(
                new InviteRequest("ООО «Ромашка " + i + "»", TestPeople.anyEmail(), null, "Казань", Languages.RUSSIAN), supplier).id()).toList();
        for (OnboardingId onboarding : onboardings.subList(1, LETTERS)) {
            transaction.executeWithoutResult(status -> {
                queue(run + onboarding, onboarding);
                jdbc.sql("update mail_delivery set template = 'invitation', next_attempt_at = 'infinity' where letter_key = ?")
                        .param(run + onboarding).update();
            });
        }
        wakening = onboardings.getFirst();
        jdbc.sql("create table letters_of_benchmark as select id, html_secrets, plain_secrets from mail_delivery where letter_key like ?")
                .param(run + "%").update();
        jdbc.sql("analyze").update();
    }

    private void queue(String key, OnboardingId onboarding) {
        letters.queue(new Letter(key, "password-reset", new EmailAddress("somebody@example.com"), Languages.RUSSIAN, new Object[0],
                Map.of("name", "Анна", "link", "http://localhost:8080/join?token=" + run, "validUntil", "1 мая"), onboarding.value()));
    }

    /** @return milliseconds for each letter */
    private double[] ours(ReadingMailServer server) throws Exception {
        jdbc.sql("""
                update mail_delivery letter set state = 'QUEUED', attempts = 0, next_attempt_at = 'infinity', finished_at = null,
                    html_secrets = written.html_secrets, plain_secrets = written.plain_secrets from letters_of_benchmark written where letter.id = written.id
                """).update();
        server.letters();
        double millis = Contender.millis(() -> {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("update mail_delivery set next_attempt_at = now() where next_attempt_at = 'infinity' and state = 'QUEUED'")
                        .update();
                // The last one wakes the sender.
                queue(run + rounds++, wakening);
            });
            await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(Duration.ofMinutes(5))
                    .until(() -> server.count() >= LETTERS && isRecorded());
        });
        assertThat(server.count()).isEqualTo(LETTERS);
        return new double[] {millis / LETTERS};
    }

    private boolean isRecorded() {
        return jdbc.sql("select not exists (select from mail_delivery where state = 'QUEUED' and not by_task)").query(Boolean.class)
                .single();
    }

    private static double[] floor(ReadingMailServer server, RawSmtp connections, List<byte[]> ready) throws Exception {
        server.letters();
        double millis = Contender.millis(() -> connections.send(ready));
        assertThat(server.count()).isEqualTo(LETTERS);
        return new double[] {millis / LETTERS};
    }

    /** By their ids. */
    private static List<String> sizes(List<byte[]> letters) {
        List<String> sizes = new ArrayList<>();
        for (byte[] letter : letters) {
            String id = new String(letter, StandardCharsets.US_ASCII).lines().filter(line -> line.startsWith("Message-ID:")).findFirst()
                    .orElseThrow();
            sizes.add(id + " " + letter.length);
        }
        return sizes.stream().sorted().toList();
    }
}
