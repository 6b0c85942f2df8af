package com.texchange.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Languages;
import com.texchange.onboarding.Stage;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnboardingFilterTest {

    @Test
    void theLogIsToldByWhatAListIsNarrowed() {
        assertThat(new OnboardingFilter(" Ромашка ", Stage.INVITED, true, 7, 30).told())
                .isEqualTo("Ромашка · BY_STAGE — INVITED · ONLY_UNDER_WAY · MIN_DAYS — 7 · BELOW_DAYS — 30");
        assertThat(OnboardingFilter.NONE.told()).isEmpty();
        assertThat(new OnboardingFilter("x".repeat(5_000), null, 0).told()).hasSize(200);
    }

    @Test
    void theLogHasWordsForEachName() {
        for (Locale language : new Locale[] {Languages.RUSSIAN, Locale.ROOT}) {
            ResourceBundle words = ResourceBundle.getBundle("messages/journal", language);
            Stream<String> names = Stream.concat(Arrays.stream(Stage.values()).map(Stage::name), Stream.of("BY_STAGE", "ONLY_UNDER_WAY", "MIN_DAYS", "BELOW_DAYS"));
            assertThat(names).allSatisfy(name -> assertThat(words.containsKey("journal.value." + name)).as(name).isTrue());
        }
    }
}
