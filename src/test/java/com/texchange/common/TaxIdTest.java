package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"7707083893", "500100732259"})
    void takesNumbersWithRightControlDigits(String number) {
        assertThat(TaxId.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7707083894", "500100732258", "770708389", "0000000000", "000000000000", "77070838 93"})
    void refusesWhatNobodyWasGiven(String number) {
        assertThat(TaxId.isValid(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7707083894", "500100732258", "0000000000"})
    void knowsWhenADigitIsMistyped(String number) {
        assertThat(TaxId.isMistyped(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7707083893", "770708389", "77070838 93", "", "не знаю"})
    void doesNotTakeAnotherLengthForAMistypedDigit(String number) {
        assertThat(TaxId.isMistyped(number)).isFalse();
    }

    @Test
    void whatAnEarlierRuleHasTakenCanStillBeRead() {
        assertThat(new TaxId("0000000000").value()).isEqualTo("0000000000");
        assertThatThrownBy(() -> new TaxId("7707083894")).isInstanceOf(IllegalArgumentException.class);
    }
}
