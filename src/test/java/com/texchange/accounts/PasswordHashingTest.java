package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void usesArgon2idWithASaltOfItsOwn() {
        String hash = hashing.encode("тёплый чай с лимоном");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(hashing.encode("тёплый чай с лимоном"));
        assertThat(hashing.matches("тёплый чай с лимоном", hash)).isTrue();
        assertThat(hashing.matches("тёплый чай с лимоном ", hash)).isFalse();
        assertThat(hashing.matches("anything", null)).isFalse();
    }
}
