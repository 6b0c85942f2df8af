package com.texchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.audit.AuditKind;
import com.texchange.audit.TypedText;
import com.texchange.common.Languages;
import com.texchange.common.Moments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class JournalFilterTest {

    private static final Instant FROM = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-03T00:00:00Z");

    @Test
    void allByWhichTheJournalIsNarrowedIsToldAndReadInWords() {
        UUID person = UUID.randomUUID();
        String told = new JournalFilter("Ёлкин", AuditKind.Area.SIGN_IN, AuditKind.SIGNED_OUT, person, null, "192.0.2.1", "4711", FROM, UNTIL)
                .told(JournalScope.COMPANY, null, null, null);
        Moments moments = new Moments(Languages.RUSSIAN, ZoneOffset.UTC);

        assertThat(told).isEqualTo("SCOPE_COMPANY · Ёлкин · AREA_SIGN_IN · KIND_SIGNED_OUT · BY_PERSON — " + person + " · BY_SOURCE — 192.0.2.1"
                + " · BY_SUBJECT — 4711 · FROM_DAY 2026-12-01T00:00:00Z · UNTIL_DAY 2026-12-02T23:59:59Z");
        assertThat(words(moments).value(told)).isEqualTo("записи компании · Ёлкин · Вход и пароли · Выход · сотрудник — " + person
                + " · сетевой адрес — 192.0.2.1 · объект — 4711 · с " + moments.dateTime(FROM) + " · по " + moments.date(UNTIL.minusSeconds(1)));
    }

    @Test
    void whoseActsAndAboutWhatIsToldAsPeopleKnowIt() {
        UUID person = UUID.randomUUID();
        Moments moments = new Moments(Languages.RUSSIAN, ZoneOffset.UTC);

        assertThat(words(moments).value(new JournalFilter("", null, null, person, null, "", "4711", null, null)
                .told(JournalScope.OWN, null, entry("Ольга MOVE", "TASK", "DATA"), entry("", "TASK", "DATA"))))
                .isEqualTo("только собственные записи · сотрудник — Ольга MOVE · объект — Задача DATA");
        assertThat(words(moments).value(new JournalFilter("", null, null, person, null, "", "4711", null, null)
                .told(JournalScope.OWN, null, entry("", "ORDER", ""), entry("", "ORDER", ""))))
                .isEqualTo("только собственные записи · сотрудник — " + person + " · объект — Операция с лицензиями 4711");
    }

    /** As of a company that has its name in capitals. */
    @Test
    void whatWasTypedReadsAsItWasTypedHoweverMuchItLooksLikeANameOfTheProgram() {
        Moments moments = new Moments(Languages.RUSSIAN, ZoneOffset.UTC);
        JournalWords words = words(moments);
        String told = new JournalFilter("MOVE 2026-12-01T00:00:00Z", AuditKind.Area.PEOPLE, null, null, null, "", "", null, null)
                .told(JournalScope.OWN, "BIG DATA", null, null);

        assertThat(words.value(told)).isEqualTo("только собственные записи · MOVE 2026-12-01T00:00:00Z · Сотрудники · компания — BIG DATA");
        assertThat(words.value("MOVE " + TypedText.of("MOVE · Ёлкин  READER "))).isEqualTo(words.value("MOVE") + " MOVE · Ёлкин  READER");
        assertThat(TypedText.of("Ёлкин, Move it")).isEqualTo("Ёлкин, Move it");
    }

    private static JournalEntry entry(String actor, String type, String label) {
        return new JournalEntry(1, FROM, "SIGNED_OUT", null, actor, null, null, null, type, "4711", label, null, null, 1, false, false);
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsLeftOut() {
        JournalFilter damaged = new JournalFilter("", null, null, null, null, "\0", "47\0\ud83d11", null, null);

        assertThat(damaged.source()).isEmpty();
        assertThat(damaged.subject()).isEqualTo("47 11");
    }

    @Test
    void theLogHasWordsForEachName() {
        for (Locale language : new Locale[] {Languages.RUSSIAN, Locale.ROOT}) {
            ResourceBundle words = ResourceBundle.getBundle("messages/journal", language);
            assertThat(JournalScope.values()).allSatisfy(scope -> assertThat(words.containsKey("journal.entries." + scope)).as(scope.name()).isTrue());
            Stream<String> names = Stream.of("BY_PERSON", "BY_COMPANY", "BY_SOURCE", "BY_SUBJECT", "FROM_DAY", "UNTIL_DAY", "ROWS_REJECTED", "ROWS_REFUSED");
            assertThat(names).allSatisfy(name -> assertThat(words.containsKey("journal.value." + name)).as(name).isTrue());
        }
    }

    private static JournalWords words(Moments moments) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/journal");
        messages.setDefaultEncoding("UTF-8");
        return new JournalWords(messages, moments);
    }
}
