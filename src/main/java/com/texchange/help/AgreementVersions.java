package com.texchange.help;

import com.texchange.common.Languages;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version of the license agreement is in force. The version is made of the texts themselves, so that another text never goes by
 * an old one; each is kept, to be read by whoever asks what was accepted.
 */
@Component
public class AgreementVersions implements ApplicationRunner {

    private static final int LENGTH = 12;
    private final Agreement agreement;
    private final JdbcClient jdbc;
    private final Clock clock;

    AgreementVersions(Agreement agreement, JdbcClient jdbc, Clock clock) {
        this.agreement = agreement;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of now. */
    public String current() {
        return hash(text(Languages.RUSSIAN) + "\f" + text(Languages.ENGLISH));
    }

    /** When that version was first in force here. */
    public Optional<Instant> since(String version) {
        return jdbc.sql("select since from agreement_version where version = :version").param("version", version)
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    private String text(Locale language) {
        Document document = agreement.text(language);
        return Stream.concat(Stream.of(document.introduction()), document.sections().stream()
                .map(section -> "## " + section.title() + "\n\n" + section.body())).collect(Collectors.joining("\n\n"));
    }

    /** Repeating it, also by another instance, changes nothing. */
    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql("insert into agreement_version (version, ru, en, since) values (:version, :ru, :en, :now) on conflict do nothing")
                .param("version", current()).param("ru", text(Languages.RUSSIAN)).param("en", text(Languages.ENGLISH))
                .param("now", clock.instant()).update();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
