package com.texchange.invitelists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    /** The key is put together, so that nothing else notices when it is missing. */
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void theSummaryHasAWordForIt(Verdict verdict) {
        assertThat(ResourceBundle.getBundle("messages.invitelists", Locale.ROOT).keySet()).contains("invitelists.group." + verdict);
    }
}
