package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Languages;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToldFilterTest {

    @Test
    void aListThatIsNarrowedByColumnsAndByWhichIsNotToldAsWhole() {
        LicenseFilter filter = new LicenseFilter(" Казань ", Map.of(LicenseField.USER, "Ёлкин", LicenseField.NUMBER, "4711"),
                Show.NOT_CONNECTED, Words.LICENSE, null);

        assertThat(filter.told()).isEqualTo("Казань · BY_NUMBER — 4711 · BY_USER — Ёлкин · ONLY_NOT_CONNECTED");
        assertThat(new LicenseFilter("", Show.OWN).told()).isEqualTo("ONLY_OWN");
        assertThat(LicenseFilter.NONE.told()).isEmpty();
    }

    /** A distributor's list is narrowed so too: there they are not its own. */
    @Test
    void ownLicensesAreToldAsTheSuppliers() {
        assertThat(word(Locale.ROOT)).contains("the supplier");
        assertThat(word(Languages.RUSSIAN)).contains("поставщика");
    }

    private static String word(Locale language) {
        return ResourceBundle.getBundle("messages/journal", language).getString("journal.value." + ToldFilter.shown(Show.OWN));
    }

    /** An address holds any. */
    @Test
    void howeverMuchWasTypedTheLogKeepsWhichAreShown() {
        String much = "x".repeat(5_000);
        Map<LicenseField, String> fields = Arrays.stream(LicenseField.values()).collect(Collectors.toMap(Function.identity(), field -> much));

        assertThat(new LicenseFilter(much, fields, Show.BLOCKED, Words.LICENSE, null).told()).hasSizeLessThan(4_000).endsWith(" · ONLY_BLOCKED");
    }

    @Test
    void theLogHasWordsForEachName() {
        for (Locale language : new Locale[] {Languages.RUSSIAN, Locale.ROOT}) {
            ResourceBundle words = ResourceBundle.getBundle("messages/journal", language);
            assertThat(Stream.concat(Arrays.stream(LicenseField.values()).map(ToldFilter::name), Arrays.stream(Show.values()).map(ToldFilter::shown))
                    .filter(Objects::nonNull)).allSatisfy(name -> assertThat(words.containsKey("journal.value." + name)).as(name).isTrue());
        }
    }
}
