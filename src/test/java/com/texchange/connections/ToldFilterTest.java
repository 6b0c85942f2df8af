package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.CompanyId;
import com.texchange.common.Languages;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
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

    @Test
    void ofAResultTheOrderIsToldElsewhereAndHereWhatWasTakenOfIt() {
        assertThat(new OrderRowFilter("4711", OrderRow.State.LEFT_OUT).told()).isEqualTo("RESULT · 4711 · STATE_LEFT_OUT");
        assertThat(OrderRowFilter.NONE.told()).isEqualTo("RESULT");
    }

    @Test
    void whatOrdersWouldDoIsToldByWhatIsAskedFor() {
        OrderRequest some = request(new Selection.Chosen<>(Set.of(LicenseId.random(), LicenseId.random())));
        OrderRequest all = request(new Selection.Matching<>(new LicenseFilter("Казань", Show.NOT_CONNECTED), Set.of(LicenseId.random())));

        assertThat(DryRunExport.told(List.of(some, some))).isEqualTo("CONNECT · CHOSEN — 4");
        assertThat(DryRunExport.told(List.of(all, all))).isEqualTo("CONNECT · Казань · ONLY_NOT_CONNECTED · EXCEPT — 2");
        assertThat(DryRunExport.told(List.of(request(new Selection.Matching<>(LicenseFilter.NONE, Set.of()))))).isEqualTo("CONNECT");
    }

    private static OrderRequest request(Selection<LicenseId, LicenseFilter> licenses) {
        return new OrderRequest(OrderKind.CONNECT, CompanyId.random(), CompanyId.random(), licenses, null);
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
            assertThat(Stream.of(Arrays.stream(LicenseField.values()).map(ToldFilter::name), Arrays.stream(Show.values()).map(ToldFilter::shown),
                    Arrays.stream(OrderKind.values()).map(OrderKind::name),
                    Stream.of("RESULT", "CHOSEN", "EXCEPT", "BEFORE_UNDO", "BEFORE_RETRY")).flatMap(Function.identity()).filter(Objects::nonNull))
                    .allSatisfy(name -> assertThat(words.containsKey("journal.value." + name)).as(name).isTrue());
            assertThat(OrderRow.State.values())
                    .allSatisfy(state -> assertThat(words.containsKey("journal.state." + state)).as(state.name()).isTrue());
        }
    }
}
