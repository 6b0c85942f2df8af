package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phone numbers as people write them. */
class ValidPhoneTest {

    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    private record Reached(@ValidPhone String phone) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+7 844 200-00-03", "8 (844) 200-00-03", "+7 844 200-00-03, доб. 5", "+7 844 200-00-03 доб. 512",
        "+7 844 200-00-03 доб 5", "+1 202 555-0100, ext. 7", "+1 202 555-0100 ext 7"})
    void areTaken(String phone) {
        assertThat(VALIDATOR.validate(new Reached(phone))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"нет", "12", "+7 844 200-00-03,", "+7 844 200-00-03, доб.", "+7 844 200-00-03, внутренний", "+7 844 200-00-03, +7 844 200-00-04"})
    void areNot(String phone) {
        assertThat(VALIDATOR.validate(new Reached(phone))).hasSize(1);
    }
}
