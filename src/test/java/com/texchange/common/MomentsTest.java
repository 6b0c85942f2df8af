package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId VLADIVOSTOK = ZoneId.of("Asia/Vladivostok");
    private static final Instant MOSCOWS_END_OF_DAY = Instant.parse("2026-11-28T20:59:59Z");

    @Test
    void aTablesZoneIsHowFarFromUtcOnlyWhereThatIsAlwaysTheSame() {
        assertThat(new Moments(Locale.of("ru"), ZoneId.of("Europe/Moscow")).zoneName()).isEqualTo("Москва, UTC+3");
        assertThat(new Moments(Locale.ENGLISH, ZoneId.of("America/New_York")).zoneName()).isNotBlank().doesNotContain("UTC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Europe/Moscow | 28 ноября 2026 г., 23:59 (Москва, UTC+3)",
        "en | Europe/Moscow | November 28, 2026, 11:59 PM (Moscow Time, UTC+3)",
        "ru | Asia/Vladivostok | 29 ноября 2026 г., 06:59 (Владивосток, UTC+10)",
        "ru | Asia/Kathmandu | 29 ноября 2026 г., 02:44 (Катманду, UTC+5:45)",
        "en | Europe/London | November 28, 2026, 8:59 PM (London Time, UTC)"})
    void aMomentIsToldWithTheNameOfItsZone(String language, String zone, String text) {
        // Some versions of the locale data part the time from AM and PM by a narrow no-break space.
        assertThat(new Moments(Locale.of(language), ZoneId.of(zone)).named(MOSCOWS_END_OF_DAY).replace('\u202F', ' '))
                .isEqualTo(text);
    }

    @Test
    void aTermOfDaysEndsWithItsLastDayByTheReadersClock() {
        Instant begun = Instant.parse("2026-11-14T18:30:00Z");

        assertThat(Moments.endOf(Duration.ofDays(14), begun, MOSCOW)).isEqualTo(MOSCOWS_END_OF_DAY);
        // There it is the 15th already.
        assertThat(Moments.endOf(Duration.ofDays(14), begun, VLADIVOSTOK)).isEqualTo(Instant.parse("2026-11-29T13:59:59Z"));
        assertThat(Moments.endOf(Duration.ofHours(36), begun, MOSCOW)).isEqualTo(begun.plus(Duration.ofHours(36)));
        assertThat(Moments.endOf(Duration.ofSeconds(5), begun, MOSCOW)).isEqualTo(begun.plusSeconds(5));
    }

    @Test
    void aDayHasItsEndWhereClocksAreTurned() {
        assertThat(Moments.endOfDay(Instant.parse("2026-10-24T23:30:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo(Instant.parse("2026-10-25T22:59:59Z"));
        assertThat(Moments.startOfDay(MOSCOWS_END_OF_DAY, MOSCOW)).isEqualTo(Instant.parse("2026-11-27T21:00:00Z"));
    }

    @Test
    void untilADayIsTheDayAloneOnlyToThoseWhoseDayEndsThen() {
        assertThat(until(MOSCOW)).isEqualTo("28 нояб. 2026 г.");
        assertThat(until(VLADIVOSTOK)).isEqualTo("29 нояб. 2026 г., 06:59");
        assertThat(new Moments(Languages.RUSSIAN, MOSCOW).until(null)).isEmpty();
    }

    /** Which space stands before the word for the year depends on the JDK. */
    private static String until(ZoneId zone) {
        return new Moments(Languages.RUSSIAN, zone).until(MOSCOWS_END_OF_DAY).replaceAll("[\u00A0\u202F]", " ");
    }
}
