package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SharedServices;
import com.texchange.testing.TestPeople;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class PasswordsIT {

    private static final String PASSWORD = "a phrase of words";
    @Autowired
    Accounts accounts;
    @Autowired
    Passwords passwords;
    @Autowired
    BrowserTokens tokens;
    @Autowired
    TestPeople people;
    @Autowired
    Companies companies;
    @Autowired
    JdbcClient jdbc;
    private final EmailAddress email = new EmailAddress("bob-" + UUID.randomUUID() + "@example.com");
    private AccountInfo account;

    @BeforeEach
    void openAccount() {
        account = accounts.open(new NewAccount(email, "Боб", null, Set.of(Role.SALES), Languages.RUSSIAN));
    }

    @Test
    void aLinkSetsThePasswordOnce() {
        String token = newToken();

        passwords.set(token, PASSWORD);

        assertThat(accounts.awaitsPassword(account.id())).isFalse();
        assertThat(passwords.isUsable(token)).isFalse();
        assertThatThrownBy(() -> passwords.set(token, "another phrase of words")).isInstanceOf(RefusedException.class)
                .hasMessage("accounts.setPassword.deadLink");
    }

    @Test
    void lookingAtALinkDoesNotUseItUp() {
        String token = newToken();

        assertThat(passwords.isUsable(token)).isTrue();
        assertThat(passwords.isUsable(token)).isTrue();
        assertThatCode(() -> passwords.set(token, PASSWORD)).doesNotThrowAnyException();
    }

    @Test
    void aRefusedPasswordLeavesTheLinkUsable() {
        String token = newToken();

        assertThatThrownBy(() -> passwords.set(token, "short")).hasMessage("accounts.password.length");

        assertThat(passwords.isUsable(token)).isTrue();
    }

    @Test
    void whatEverybodyKnowsOfThePersonIsNoPassword() {
        AccountInfo colleague = accounts.find(people.supplier().email()).orElseThrow();
        String company = companies.get(colleague.companyId()).name().replaceAll(".*\"(.*)\"", "$1").replace("-", "");
        String token = accounts.passwordLink(colleague.id()).url().replaceAll(".*token=", "");

        for (String known : List.of("Ирина.Поставкина.2026", "irina-postavkina-1", colleague.email().value(), company + "Ирина1",
                "t-exchange-demo", "ИринаПоставкинаТ-Обмен")) {
            assertThatThrownBy(() -> passwords.set(token, known)).as(known).hasMessage("accounts.password.ownWords");
        }
        passwords.set(token, "Ирина Поставкина пьёт чай с лимоном");
    }

    @Test
    void anExpiredLinkIsDead() {
        String token = newToken();
        jdbc.sql("update password_token set expires_at = now() - interval '1 second' where account_id = ?")
                .param(account.id().value()).update();

        assertDead(token);
    }

    @Test
    void aDamagedLinkIsDead() {
        String token = newToken();

        assertDead(token.substring(1));
        assertDead("");
        assertDead("%00 ж");
    }

    @Test
    void ofSeveralLinksToTheFirstPasswordEachIsGoodUntilOneIsUsed() {
        String first = newToken();
        String second = newToken();

        assertThat(passwords.isUsable(first)).isTrue();
        passwords.set(second, PASSWORD);

        assertDead(first);
    }

    @Test
    void aNewLinkToReplaceAPasswordEndsTheOldOne() throws Exception {
        accounts.setPassword(account.id(), PASSWORD);
        passwords.requestReset(email.value(), null);
        String old = token(awaitLetters(1)[0]);
        jdbc.sql("update password_token set created_at = now() - interval '1 day' where account_id = ?")
                .param(account.id().value()).update();
        passwords.requestReset(email.value(), null);

        assertDead(old);
        assertThat(passwords.isUsable(token(awaitLetters(2)[1]))).isTrue();
    }

    @Test
    void aLinkLeadsOnToWhereThePersonWasGoingAndNowhereElse() throws Exception {
        passwords.requestReset(email.value(), "/join?invite=x");
        assertThat(passwords.continuePath(token(awaitLetters(1)[0]))).contains("/join?invite=x");

        String elsewhere = accounts.passwordLink(account.id(), "//evil.example.com").url().replaceAll(".*token=", "");
        assertThat(passwords.continuePath(elsewhere)).isEmpty();
        assertThat(passwords.continuePath(newToken())).isEmpty();
    }

    @Test
    void theDatabaseDoesNotHoldTheToken() {
        String token = newToken();

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(jdbc.sql("select count(*) from password_token where token_hash = sha256(?::bytea)")
                .param(token.getBytes()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aNewPasswordForgetsRememberedBrowsers() {
        tokens.begin(account.id());

        accounts.setPassword(account.id(), PASSWORD);

        assertThat(jdbc.sql("select count(*) from remembered_browser where account_id = ?").param(account.id().value())
                .query(Integer.class).single()).isZero();
    }

    @Test
    void aForgottenPasswordIsSetByALetterInTheAccountsLanguage() throws Exception {
        passwords.requestReset(email.value(), null);

        MimeMessage letter = awaitLetters(1)[0];
        assertThat(letter.getSubject()).isEqualTo("Новый пароль для входа в «Личный кабинет»");
        assertThat(plain(letter)).contains("Здравствуйте, Боб!", "/set-password?token=");
        assertThat(passwords.isUsable(token(letter))).isTrue();
    }

    private static String token(MimeMessage letter) throws Exception {
        return plain(letter).replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
    }

    private static String plain(MimeMessage letter) throws Exception {
        return (String) ((Multipart) letter.getContent()).getBodyPart(0).getContent();
    }

    @Test
    void askingAgainAtOnceSendsNoSecondLetter() {
        passwords.requestReset(email.value(), null);
        passwords.requestReset(email.value(), null);

        awaitLetters(1);
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(email.value())
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anUnknownAddressGetsNoLetterAndNoError() {
        EmailAddress unknown = new EmailAddress("nobody-" + UUID.randomUUID() + "@example.com");

        passwords.requestReset(unknown.value(), null);

        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(unknown.value())
                .query(Integer.class).single()).isZero();
    }

    private String newToken() {
        return accounts.passwordLink(account.id()).url().replaceAll(".*token=", "");
    }

    private void assertDead(String token) {
        assertThat(passwords.isUsable(token)).isFalse();
        assertThatThrownBy(() -> passwords.set(token, PASSWORD)).hasMessage("accounts.setPassword.deadLink");
    }

    private MimeMessage[] awaitLetters(int count) {
        return await().until(() -> SharedServices.mail().getReceivedMessagesForDomain(email.value()),
                letters -> letters.length == count);
    }
}
