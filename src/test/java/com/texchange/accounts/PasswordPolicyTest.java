package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final EmailAddress EMAIL = new EmailAddress("ann.distributor@example.com");

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "eleven char", "Ann.Distributor@example.com", "aaaaaaaaaaaaaaaa"})
    void refusesWhatIsEasyToGuess(String password) {
        assertThatThrownBy(() -> PasswordPolicy.check(password, EMAIL)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twelve chars", "тёплый чай с лимоном", "111111111112"})
    void takesLongOnesOfAnyKind(String password) {
        assertThatCode(() -> PasswordPolicy.check(password, EMAIL)).doesNotThrowAnyException();
    }

    @Test
    void countsCharactersAndNotHalvesOfThem() {
        assertThatCode(() -> PasswordPolicy.check("😀😃".repeat(64), EMAIL)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PasswordPolicy.check("😀😃".repeat(65), EMAIL)).isInstanceOf(RefusedException.class);
    }
}
