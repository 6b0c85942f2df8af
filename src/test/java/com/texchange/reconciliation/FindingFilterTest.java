package com.texchange.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Languages;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class FindingFilterTest {

    @Test
    void theLogIsToldWhatIsTakenOfAResult() {
        assertThat(new FindingFilter("4711", Finding.LIST_ONLY).told()).isEqualTo("RESULT · 4711 · FOUND_LIST_ONLY");
        assertThat(FindingFilter.NONE.told()).isEqualTo("RESULT");
    }

    @Test
    void theLogHasWordsForEachName() {
        for (Locale language : new Locale[] {Languages.RUSSIAN, Locale.ROOT}) {
            ResourceBundle words = ResourceBundle.getBundle("messages/journal", language);
            assertThat(Finding.values())
                    .allSatisfy(finding -> assertThat(words.containsKey("journal.found." + finding.name())).as(finding.name()).isTrue());
        }
    }
}
