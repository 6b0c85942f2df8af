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
import com.texchange.testing.LettersOfADay;
import com.texchange.testing.SharedServices;
import com.texchange.testing.TestPeople;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PasswordsIT {

    private static final String PASSWORD = "a phrase of words";
    @Autowired
    Accounts accounts;
    @Autowired
    Passwords passwords;
    @Autowired
    ResetLetters letters;
    @Autowired
    TransactionTemplate transaction;
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

        assertThat(accounts.admission(account.id()).awaitsPassword()).isFalse();
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

        assertThatThrownBy(() -> passwords.set(token, "short")).hasMessage("passwords.length");

        assertThat(passwords.isUsable(token)).isTrue();
    }

    @Test
    void whatEverybodyKnowsOfThePersonIsNoPassword() {
        AccountInfo colleague = accounts.find(people.supplier().email()).orElseThrow();
        String company = companies.get(colleague.companyId()).name().replaceAll(".*\"(.*)\"", "$1").replace("-", "");
        String token = accounts.passwordLink(colleague.id()).url().replaceAll(".*token=", "");

        for (String known : List.of("Ирина.Поставкина.2026", "irina-postavkina-1", colleague.email().value(), company + "Ирина1",
                "t-exchange-demo", "ИринаПоставкинаТ-Обмен", "ИНН-" + companies.get(colleague.companyId()).taxId() + "-77")) {
            assertThatThrownBy(() -> passwords.set(token, known)).as(known).hasMessage("passwords.ownWords");
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
    void anAccountHasOneLinkThatWorks() throws Exception {
        String first = newToken();
        String second = newToken();
        assertDead(first);
        ageLinks();
        passwords.requestReset(email.value(), null);
        String third = token(awaitLetters(1)[0]);
        assertDead(second);

        passwords.set(third, PASSWORD);
        passwords.requestReset(email.value(), null);
        String old = token(awaitLetters(2)[1]);
        ageLinks();
        passwords.requestReset(email.value(), null);

        String latest = token(awaitLetters(3)[2]);
        assertDead(old);
        assertThat(passwords.isUsable(latest)).isTrue();
    }

    private void ageLinks() {
        jdbc.sql("update password_token set created_at = created_at - interval '1 day' where account_id = ?")
                .param(account.id().value()).update();
    }

    @Test
    void eightRequestsAtOnceMakeOneLinkAndOneLetter() {
        accounts.setPassword(account.id(), PASSWORD);
        try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(i -> strangers.submit(() -> letters.write(new ResetLetters.Wish(email.value(), null))));
        }
        assertThat(links()).isEqualTo(1);
        awaitLetters(1);
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(email.value())
                .query(Integer.class).single()).isEqualTo(1);
    }

    /** Whoever knows an address can have letters sent there; the link that its owner has by then is not ended by that. */
    @Test
    void anAddressGetsTenLettersADayAndTheLastLinkStaysGood() {
        for (int i = 0; i < ResetLetters.MOST_A_DAY; i++) {
            ageLinks();
            letters.write(new ResetLetters.Wish(email.value(), null));
        }
        LettersOfADay.today(email.value(), jdbc);
        assertThat(written()).isEqualTo(ResetLetters.MOST_A_DAY);
        String last = link();
        ageLinks();
        letters.write(new ResetLetters.Wish(email.value(), null));
        assertThat(written()).isEqualTo(ResetLetters.MOST_A_DAY);
        assertThat(link()).isEqualTo(last);

        jdbc.sql("update password_token set expires_at = now() where account_id = ?").param(account.id().value()).update();
        letters.write(new ResetLetters.Wish(email.value(), null));
        assertThat(written()).as("the link has ended").isEqualTo(ResetLetters.MOST_A_DAY + 1);
        ageLinks();
        LettersOfADay.another(email.value(), jdbc);
        letters.write(new ResetLetters.Wish(email.value(), null));
        assertThat(written()).as("another day").isEqualTo(ResetLetters.MOST_A_DAY + 2);
        assertThat(link()).isNotEqualTo(last);
    }

    private int written() {
        return jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(email.value()).query(Integer.class).single();
    }

    /** The hash of the one that works. */
    private String link() {
        return jdbc.sql("select encode(token_hash, 'hex') from password_token where account_id = ? and used_at is null and expires_at > now()")
                .param(account.id().value()).query(String.class).single();
    }

    @Test
    void eightFirstLinksAtOnceLeaveOne() {
        try (ExecutorService steps = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(i -> steps.submit(() -> accounts.passwordLink(account.id())));
        }
        assertThat(links()).isEqualTo(1);
    }

    private int links() {
        return jdbc.sql("select count(*) from password_token where account_id = ? and used_at is null").param(account.id().value())
                .query(Integer.class).single();
    }

    /** An address without an account costs the page what any other does: one row of the durable tasks. */
    @Test
    void thePageDoesTheSameForKnownAndUnknownAddresses() {
        for (String address : List.of(email.value(), "nobody-" + UUID.randomUUID() + "@example.com", "a".repeat(900))) {
            transaction.executeWithoutResult(status -> {
                passwords.requestReset(address, null);

                assertThat(jdbc.sql("select count(*) from scheduled_tasks where convert_from(task_data, 'UTF8') like '%' || ? || '%'")
                        .param(address).query(Integer.class).single()).isEqualTo(1);
                assertThat(links()).isZero();
                status.setRollbackOnly();
            });
        }
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
        tokens.begin(account.id(), new MockHttpServletRequest());

        accounts.setPassword(account.id(), PASSWORD);

        assertThat(jdbc.sql("select count(*) from remembered_browser where account_id = ?").param(account.id().value())
                .query(Integer.class).single()).isZero();
    }

    @Test
    void aForgottenPasswordIsSetByALetterInTheAccountsLanguage() throws Exception {
        passwords.requestReset(email.value(), null);

        MimeMessage letter = awaitLetters(1)[0];
        assertThat(letter.getSubject()).isEqualTo("Новый пароль для входа в личный кабинет");
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
        awaitAnswers();

        awaitLetters(1);
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(email.value())
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anUnknownAddressGetsNoLetterAndNoError() {
        EmailAddress unknown = new EmailAddress("nobody-" + UUID.randomUUID() + "@example.com");

        passwords.requestReset(unknown.value(), null);
        awaitAnswers();

        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(unknown.value())
                .query(Integer.class).single()).isZero();
    }

    /** What was asked for is answered in the background. */
    private void awaitAnswers() {
        await().until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'write-password-letter'")
                .query(Integer.class).single() == 0);
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
