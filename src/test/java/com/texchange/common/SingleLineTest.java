package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleLineTest {

    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure().buildValidatorFactory().getValidator();

    record Line(@SingleLine String text) {
    }

    @ParameterizedTest
    @ValueSource(ints = {0, '\t', '\n', '\r', 0x1B, 0x7F, 0x85, 0x9F, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D,
        0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xD800, 0xDFFF})
    void isNoLineWithIt(int character) {
        assertThat(isLine("a" + Character.toString(character) + "b")).isFalse();
    }

    /** Signs that join letters and emoji belong to what is written. */
    @ParameterizedTest
    @ValueSource(strings = {"", "ООО «Ромашка»", "می\u200cخواهم", "👩\u200d💻", "שלום", "a\u00a0b", "e\u0301"})
    void isALine(String text) {
        assertThat(isLine(text)).isTrue();
    }

    @Test
    void nothingIsToBeSaidOfNothing() {
        assertThat(isLine(null)).isTrue();
    }

    @Test
    @Timeout(10)
    void aLongTextEndsInAnAnswer() {
        assertThat(isLine("x".repeat(2_000_000))).isTrue();
    }

    private static boolean isLine(String text) {
        return VALIDATOR.validate(new Line(text)).isEmpty();
    }
}
