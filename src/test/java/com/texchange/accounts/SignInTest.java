package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tasks", "/join?invite=a%2Bb-c_d", "/services?supplier=1&x=2#end"})
    void goesOnToPagesOfThisApplication(String path) {
        assertThat(SignIn.isLocal(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tasks", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
        "/\t/evil.example", "/\n/evil.example", " /tasks", "/a b", "/a\\b", "javascript:alert(1)", "/ж"})
    void goesNowhereElse(String path) {
        assertThat(SignIn.isLocal(path)).isFalse();
    }

    @Test
    void aLinkHoldsThePathEncoded() {
        assertThat(SignIn.link("/join?invite=a%2Bb")).isEqualTo("login?continue=%2Fjoin%3Finvite%3Da%252Bb");
        assertThatThrownBy(() -> SignIn.link("//evil.example")).isInstanceOf(IllegalArgumentException.class);
    }
}
