package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.texchange.common.RefusedException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DuplicateKeyException;

class FailureWordsTest {

    private static final Map<String, Object> ONBOARDING = Map.of("onboardingId", UUID.randomUUID().toString(),
            "distributorCode", "01477", "supplierName", "ООО \"ПК Север\"", "distributorName", "ООО \"Ромашка\"");
    private final FailureWords words = ProcessTexts.failureWords();

    @Test
    void bothLanguagesSayWhatIsWrongWithWhichOnboarding() {
        assertThat(words.of(ONBOARDING, new IllegalArgumentException("variable 'orderId' is missing"))).isEqualTo("""
                Подключение по коду дистрибьютора 01477, поставщик ООО "ПК Север", дистрибьютор ООО "Ромашка". \
                Данных, нужных для этого шага, нет или они неверны. Исправьте данные и повторите шаг.
                Onboarding of the distributor code 01477, supplier ООО "ПК Север", distributor ООО "Ромашка". \
                Something that this step needs is missing or malformed. Correct the data, then try again.
                IllegalArgumentException: variable 'orderId' is missing""");
    }

    @Test
    void aRefusalIsToldInItsOwnWordsAndNotByItsKey() {
        String told = words.of(ONBOARDING, new RefusedException("onboarding.refused.stage.REVOKED"));

        assertThat(told.lines()).hasSize(2);
        assertThat(told).doesNotContain("onboarding.refused", "RefusedException")
                .contains(ProcessTexts.messages().getMessage("onboarding.refused.stage.REVOKED", null, Locale.of("ru")));
    }

    @Test
    void aRefusalWithoutWordsIsStillNoKey() {
        assertThat(words.of(ONBOARDING, new RefusedException("no.such.key"))).doesNotContain("no.such.key");
    }

    @Test
    void whatHasNoCodeIsNamedByItsId() {
        String id = UUID.randomUUID().toString();

        assertThat(words.of(Map.of("registrationId", id), new IllegalStateException("no code left")))
                .startsWith("Регистрация " + id + ". ").contains("Registration " + id + ". ");
    }

    @Test
    void whatIsMissingIsToldByThePlaceThatMissesIt() {
        String told = words.of(ONBOARDING, assertThrows(NoSuchElementException.class, () -> Optional.empty().orElseThrow()));

        assertThat(told).doesNotContain("No value present").contains("NoSuchElementException at process.FailureWordsTest.");
        assertThat(words.of(ONBOARDING, new NoSuchElementException("no such order"))).endsWith(": no such order");
    }

    @Test
    void personalDataStayOut() {
        SQLException row = new PSQLException(new ServerErrorMessage(
                "SERROR\0C23505\0Mduplicate key\0DKey (email)=(ivan@example.com) already exists.\0naccount_email_key\0"));

        assertThat(words.of(ONBOARDING, new DuplicateKeyException("Key (email)=(ivan@example.com)", row)))
                .doesNotContain("ivan").endsWith("DuplicateKeyException: SQLSTATE 23505, constraint account_email_key");
        assertThat(words.of(ONBOARDING, new IllegalStateException("no letter to <ivan@example.com>: too long")))
                .doesNotContain("ivan").endsWith("no letter to <…>: too long");
    }
}
