package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Languages;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInRefusalTest {

    @ParameterizedTest
    @EnumSource
    void thePageAndTheAuditLogHaveWordsForEach(SignInRefusal refusal) {
        for (Locale language : new Locale[] {Languages.RUSSIAN, Locale.ROOT}) {
            assertThat(ResourceBundle.getBundle("messages/identityproviders", language).getString(refusal.key())).isNotBlank();
            assertThat(ResourceBundle.getBundle("messages/journal", language).containsKey("journal.value." + refusal)).as(refusal.name()).isTrue();
        }
    }
}
