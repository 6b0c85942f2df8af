package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.ui.CopyText;
import com.texchange.common.ui.EmailInput;
import com.texchange.passwords.TimedCodes;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The second step of signing in and the end of a session, as their people see them. */
@IntegrationTest
class SessionPagesIT extends Page {

    private static final String PASSWORD = "a phrase of words";
    @Autowired
    TestPeople people;
    @Autowired
    TestSessions testSessions;
    @Autowired
    Accounts accounts;
    @Autowired
    AccountRepository stored;
    @Autowired
    People signIn;
    @Autowired
    SecondStep second;
    @Autowired
    SecondFactors factors;
    @Autowired
    PersonSessions sessions;
    @Autowired
    OwnSessions own;
    @Autowired
    LeftSessions left;
    @Autowired
    ApplicationContext context;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;
    @Autowired
    TransactionTemplate transaction;
    private Actor person;

    @BeforeEach
    void aPersonHasAPassword() {
        person = people.supplier();
        accounts.setPassword(person.id(), PASSWORD);
        UI.getCurrent().setLocale(Languages.RUSSIAN);
    }

    @AfterEach
    void nobodyIsRequired() {
        testSessions.requireFactorOf(Set.of());
    }

    @Test
    void aFactorThatIsNeededIsPutOffThreeTimesAndThenNot() {
        testSessions.requireFactorOf(Set.of(SecondFactorProperties.People.ADMINISTRATORS));
        for (int left = 3; left > 0; left--) {
            HalfSignIn half = halfSignedIn();
            open("second-factor");
            assertThat(words()).contains("Подключите приложение");
            click("Позже (ещё можно отложить: " + left + ")");
            assertThat(half.isDone()).isTrue();
            open("forgot-password");
        }

        HalfSignIn half = halfSignedIn();
        open("second-factor");
        assertThat(hasButton("Подтвердить")).isTrue();
        assertThat(words()).doesNotContain("Позже");
        assertThatThrownBy(second::later).hasMessage("accounts.factor.required");
        assertThat(half.isDone()).isFalse();
    }

    @Test
    void anAppThatIsAddedInTheSecondStepIsTheStepItself() {
        testSessions.requireFactorOf(Set.of(SecondFactorProperties.People.ADMINISTRATORS));
        HalfSignIn half = halfSignedIn();
        open("second-factor");
        byte[] secret = new Base32().decode(find(Code.class).single().getElement().getTextRecursively().replace(" ", ""));
        test(find(TextField.class).single()).setValue("12345");
        click("Подтвердить");
        assertThat(find(TextField.class).single().getErrorMessage()).isEqualTo("В коде шесть цифр");
        test(find(TextField.class).single()).setValue(TimedCodes.code(secret, clock.instant()));
        click("Подтвердить");

        assertThat(words()).contains("Каждый действует один раз");
        assertThat(half.isDone()).isTrue();
        assertThat(half.isStill(stored.findById(person.id()).flatMap(Account::stamp).orElseThrow())).isTrue();
        assertThat(factors.of(person).orElseThrow().recoveryCodes()).isEqualTo(RecoveryCodes.COUNT);
    }

    @Test
    void whoHasNoAccessToTheAppIsAskedForARecoveryCodeAndComesBackToTheApp() {
        addApp();
        halfSignedIn();
        open("second-factor?error=credentials");
        assertThat(words()).contains("введите код из приложения", "верно ли идут часы");
        assertThat(isRecovery()).isFalse();

        click("Нет доступа к приложению?");
        assertThat(words()).contains("введите один из сохранённых кодов").doesNotContain("введите код из приложения", "верно ли идут часы");
        assertThat(find(TextField.class).single().getLabel()).isEqualTo("Код восстановления");
        assertThat(isRecovery()).isTrue();

        click("Ввести код из приложения");
        assertThat(words()).contains("введите код из приложения").doesNotContain("кодов восстановления");
        assertThat(find(TextField.class).single().getLabel()).isEqualTo("Код из приложения");
        assertThat(isRecovery()).isFalse();
    }

    @Test
    void aRefusedRecoveryCodeIsSaidToBeOne() {
        addApp();
        halfSignedIn();
        open("second-factor?error=credentials&recovery=1");

        assertThat(words()).contains("в нём опечатка, или он уже использован").doesNotContain("верно ли идут часы");
        assertThat(find(TextField.class).single().getLabel()).isEqualTo("Код восстановления");
        assertThat(hasButton("Ввести код из приложения")).isTrue();
    }

    private void addApp() {
        NewAuthenticator app = factors.begin(person);
        factors.add(app, TimedCodes.code(app.secret(), clock.instant()), person.id());
    }

    /** What the form says that its code is. */
    private boolean isRecovery() {
        return find(Input.class).withAttribute("name", "recovery").exists();
    }

    /** An app may have to be got first, which takes long. */
    @Test
    void whoAddsAnAppForLongIsAskedForThePasswordAgainRatherThanRefused() {
        SignedInPerson signedIn = signedIn();
        signedIn.proven(clock.instant());
        open("profile");
        click("Подключить приложение");
        byte[] secret = new Base32().decode(find(Code.class, find(CopyText.class).withClassName("factor-key").single()).single()
                .getElement().getTextRecursively().replace(" ", ""));
        signedIn.proven(Instant.EPOCH);
        TextField code = find(TextField.class).all().stream().filter(field -> "Код из приложения".equals(field.getLabel()))
                .findFirst().orElseThrow();
        test(code).setValue(TimedCodes.code(secret, clock.instant()));
        click("Подтвердить");
        assertThat(words()).contains("Чтобы продолжить, введите пароль.");
        assertThat(factors.of(person)).isEmpty();
        find(PasswordField.class).single().setValue(PASSWORD);
        click("Продолжить");

        assertThat(words()).contains("Каждый действует один раз");
        assertThat(factors.of(person)).isPresent();
    }

    @Test
    void theProfileShowsTheNewAddressThatWaits() {
        signedIn();
        open("profile");
        assertThat(words()).doesNotContain("ждёт подтверждения");
        String email = TestPeople.anyEmail();
        click("Изменить адрес");
        test(find(EmailInput.class).single()).setValue(email);
        test(find(PasswordField.class).single()).setValue(PASSWORD);
        click("Продолжить");

        assertThat(words()).contains("Новый адрес, ждёт подтверждения");
        assertThat(find(Description.class).all()).anyMatch(value -> value.getElement().getTextRecursively().equals(email));
    }

    @Test
    void withoutAFirstStepThereIsNoSecond() {
        assertThat(second.current()).isEmpty();
        assertThatThrownBy(second::begin).hasMessage("accounts.factor.again");
    }

    @Test
    void aPageSaysThatItsSessionEndsAndOneClickKeepsIt() {
        SignedInPerson signedIn = signedIn();
        open("profile");
        signedIn.active(clock.instant().minus(Duration.ofHours(4)).plusSeconds(120));
        watch();
        awaitWords("Вы давно ничего не делали");
        click("Остаться");

        assertThat(Duration.between(signedIn.lastActive(), clock.instant())).isLessThan(Duration.ofMinutes(1));
        watch();
        assertThat(words()).doesNotContain("Вы давно ничего не делали");
    }

    @Test
    void atTheLongestThePasswordKeepsIt() {
        SignedInPerson signedIn = signedIn();
        open("profile");
        signedIn.beginsAgain(clock.instant().minus(Duration.ofHours(24)).plusSeconds(120));
        watch();
        awaitWords("подтвердите, что это Вы");
        click("Остаться");
        test(find(PasswordField.class).single()).setValue(PASSWORD);
        click("Продолжить");

        assertThat(Duration.between(signedIn.beganAt(), clock.instant())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void theProfileListsSessionsAndEndsThem() {
        signedIn();
        sessions.began((SignedInPerson) signIn.load(person.id()), new MockHttpServletRequest(), Optional.empty());
        open("profile");
        assertThat(words()).contains("Сеансы и браузеры", "этот сеанс", "Неизвестный браузер, адрес 127.0.0.1");

        click("Завершить все остальные");
        assertThat(own.of(person)).singleElement().matches(OwnSession::current);
        assertThat(hasButton("Завершить все остальные")).isFalse();
    }

    @Test
    void aSessionThatEndsByTimeIsRecordedOnceAndOneThatIsSignedOutIsNot() {
        HttpSession signedOut = httpSession(Duration.ZERO);
        sessions.sessionDestroyed(new HttpSessionEvent(signedOut));
        assertThat(timedOut()).isZero();

        HttpSession idle = httpSession(Duration.ZERO);
        SignedInPerson.of(idle.getAttribute(SignedInPerson.KEPT_AS)).orElseThrow().active(clock.instant().minus(Duration.ofHours(5)));
        sessions.sessionDestroyed(new HttpSessionEvent(idle));
        sessions.sessionDestroyed(new HttpSessionEvent(idle));
        assertThat(timedOut()).isEqualTo(1);

        sessions.sessionDestroyed(new HttpSessionEvent(httpSession(Duration.ofMinutes(31))));
        assertThat(timedOut()).isEqualTo(2);
    }

    @Test
    void sessionsOfAnInstanceThatWasKilledAreRecordedByAnotherOnceAndLiveOnesStay() {
        signedIn();
        signedIn();
        lastUsed(Duration.ofHours(27));
        left.end();
        assertThat(own()).isEqualTo(2);
        assertThat(timedOut()).isZero();

        lastUsed(Duration.ofHours(29));
        signedIn();
        left.end();
        left.end();
        assertThat(own()).isEqualTo(1);
        assertThat(timedOut()).isEqualTo(2);
    }

    @Test
    void allThatALargeInstanceHasLeftAreEndedAtOnceAndByTwoInstancesEachOnce() {
        int many = 2_100;
        jdbc.sql("""
                insert into person_session (id, account_id, device, address, began_at, last_used)
                select gen_random_uuid(), ?, 'Firefox, Linux', '127.0.0.1', now(), now() from generate_series(1, ?)""")
                .params(person.id().value(), many).update();
        lastUsed(Duration.ofHours(29));
        Stream.of(CompletableFuture.runAsync(left::end), CompletableFuture.runAsync(left::end)).toList().forEach(CompletableFuture::join);

        assertThat(own()).isZero();
        assertThat(timedOut()).isEqualTo(many);
    }

    /** Others go on where one stands still in its transaction. */
    @Test
    void whatAnotherInstanceIsJustEndingIsLeftToIt() {
        signedIn();
        signedIn();
        lastUsed(Duration.ofHours(29));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select from person_session where account_id = ? limit 1 for update").param(person.id().value()).query().listOfRows();
            CompletableFuture.runAsync(left::end).join();
        });

        assertThat(own()).isEqualTo(1);
        left.end();
        assertThat(timedOut()).isEqualTo(2);
    }

    private void lastUsed(Duration ago) {
        jdbc.sql("update person_session set last_used = now() - ? * interval '1 second' where account_id = ?")
                .params(ago.toSeconds(), person.id().value()).update();
    }

    private int own() {
        return jdbc.sql("select count(*) from person_session where account_id = ?").param(person.id().value()).query(Integer.class).single();
    }

    /** Of a browser that has asked for nothing for so long. */
    private HttpSession httpSession(Duration silent) {
        signedIn();
        MockHttpSession session = new MockHttpSession() {
            @Override
            public long getLastAccessedTime() {
                return System.currentTimeMillis() - silent.toMillis();
            }
        };
        session.setMaxInactiveInterval((int) Duration.ofMinutes(30).toSeconds());
        session.setAttribute(SignedInPerson.KEPT_AS, SecurityContextHolder.getContext());
        return session;
    }

    private int timedOut() {
        return jdbc.sql("select count(*) from audit_entry where kind = 'SESSION_TIMED_OUT' and actor_id = ?").param(person.id().value())
                .query(Integer.class).single();
    }

    private HalfSignIn halfSignedIn() {
        SecurityContextHolder.clearContext();
        HalfSignIn half = new HalfSignIn((SignedInPerson) signIn.load(person.id()), false, clock.instant());
        VaadinSession.getCurrent().getSession().setAttribute(HalfSignIn.KEPT_AS, half);
        return half;
    }

    private SignedInPerson signedIn() {
        SignedIn.as(person, "ru");
        SignedInPerson signedIn = (SignedInPerson) signIn.load(person.id());
        sessions.began(signedIn, new MockHttpServletRequest(), Optional.empty());
        SecurityContextImpl session = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(signedIn, null,
                List.copyOf(signedIn.getAuthorities())));
        SecurityContextHolder.setContext(session);
        VaadinSession.getCurrent().getSession().setAttribute(SignedInPerson.KEPT_AS, session);
        return signedIn;
    }

    private void watch() {
        ReflectionTestUtils.invokeMethod(context.getBean("sessionWatch"), "look", VaadinSession.getCurrent());
        roundTrip();
    }
}
