package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseField;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTextTest {

    private static final LicenseFilter SHOWN = new LicenseFilter("Ёлкин & Ко", Map.of(LicenseField.USER, "a=b.c"), Show.CONNECTED,
            Words.LICENSE, null);
    private static final LicenseFilter OTHER = new LicenseFilter("другое", Map.of(LicenseField.MDM_ID, "7"), Show.NOT_CONNECTED,
            Words.LICENSE, null);
    private final LicenseId one = LicenseId.random();
    private final LicenseId two = LicenseId.random();

    @Test
    void isReadAsItWasWritten() {
        for (Selection<LicenseId, LicenseFilter> selection : List.<Selection<LicenseId, LicenseFilter>>of(
                new Selection.Chosen<>(Set.of(one)), new Selection.Chosen<>(Set.of(one, two)),
                new Selection.Matching<>(LicenseFilter.NONE, Set.of()), new Selection.Matching<>(LicenseFilter.NONE, Set.of(one)),
                new Selection.Matching<>(SHOWN, Set.of()), new Selection.Matching<>(SHOWN, Set.of(one, two)),
                new Selection.Matching<>(OTHER, Set.of()), new Selection.Matching<>(OTHER, Set.of(two)))) {
            String text = SelectionText.of(selection, SHOWN);

            assertThat(text).matches("[A-Za-z0-9_.-]+");
            assertThat(SelectionText.read(text, SHOWN)).as(text).isEqualTo(selection);
        }
    }

    @Test
    void whatTheAddressFiltersAlreadyIsNotSaidTwice() {
        assertThat(SelectionText.of(new Selection.Matching<>(SHOWN, Set.of()), SHOWN)).isEqualTo("found.end");
        assertThat(SelectionText.of(new Selection.Matching<>(LicenseFilter.NONE, Set.of()), SHOWN)).isEqualTo("all.end");
        assertThat(SelectionText.of(new Selection.Chosen<>(Set.of(one)), SHOWN)).hasSize(26);
    }

    @Test
    void anAddressThatWasCutSelectsNothingRatherThanMore() {
        String text = SelectionText.of(new Selection.Matching<>(OTHER, Set.of(one, two)), SHOWN);

        for (int length = 0; length < text.length(); length++) {
            assertThat(SelectionText.read(text.substring(0, length), SHOWN)).isEqualTo(new Selection.Chosen<>(Set.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".end", "nonsense.end", "of-.end", "of-????.end", "of-bm9uc2Vuc2U.end", "ALL.end", "AAAA.BBBB.end"})
    void nonsenseIsNoLicense(String text) {
        assertThat(SelectionText.read(text, SHOWN)).isEqualTo(new Selection.Chosen<>(Set.of()));
    }

    @Test
    void underSuppliersEachHasItsOwn() {
        CompanyId supplier = new CompanyId(UUID.randomUUID());
        CompanyId another = new CompanyId(UUID.randomUUID());
        Map<CompanyId, Selection<LicenseId, LicenseFilter>> choices = Map.of(
                supplier, new Selection.Matching<>(SHOWN.under(supplier), Set.of(one)),
                another, new Selection.Matching<>(OTHER.under(another), Set.of(two)));

        List<String> texts = ChoicesText.of(choices, SHOWN);

        assertThat(texts).hasSize(2).anySatisfy(text -> assertThat(text).contains(".found."));
        assertThat(ChoicesText.read(texts, SHOWN)).isEqualTo(choices);
        assertThat(ChoicesText.read(List.of("", "all.end", ".all.end", "nonsense"), SHOWN)).isEmpty();
    }
}
