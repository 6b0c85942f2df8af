package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {

    @ParameterizedTest
    @ValueSource(strings = {"2.83189E+19", "2,83189E+19", "5.001E+11", "28318880842714200000", "28 318 880 842 714 200 000",
        "28\u00A0318\u00A0880\u00A0842\u00A0714\u00A0200\u00A0000", "5280454326334520"})
    void whatASpreadsheetHasRoundedIsNoticed(String text) {
        assertThat(Rounding.isLikely(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"28318880842714221959", "7707083893", "500100732259", "100000000000000", "2831 8880 8427 1420 0000",
        "5280-4543-2633-4520", "00528045432633452000", "1.0.24.0.800", "64b7f786-4e43-42d2-925b-a3855ec16ff5", "", "Агент"})
    void whatIsExactIsNot(String text) {
        assertThat(Rounding.isLikely(text)).isFalse();
    }

    /** As many as a cell holds. */
    @ParameterizedTest
    @ValueSource(strings = {"-", " "})
    void thousandsOfGroupsAreReadAsFew(String between) {
        assertThat(Rounding.isLikely(("1" + between).repeat(16_000) + "1")).isFalse();
    }
}
