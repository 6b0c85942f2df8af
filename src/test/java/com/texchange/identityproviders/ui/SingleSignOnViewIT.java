package com.texchange.identityproviders.ui;

import static com.texchange.testing.ForgedRequest.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.TestSessions;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.common.Routes;
import com.texchange.common.ui.FormDialog;
import com.texchange.identityproviders.IdentityProviders;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.PeopleWithPasswords;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the page of single sign-on offers to whom, and what somebody's own program gets from it. */
@IntegrationTest
class SingleSignOnViewIT extends Page {

    private static final List<String> ACTS = List.of("Выключить", "Проверить", "Изменить", "Убрать");
    @Autowired
    TestPeople people;
    @Autowired
    TestSessions sessions;
    @Autowired
    IdentityProviders providers;
    @Autowired
    JdbcClient jdbc;
    private Actor administrator;

    @BeforeEach
    void aCompanyWithAServer() {
        administrator = people.supplier();
        jdbc.sql("""
                insert into identity_provider (company_id, issuer, client_id, client_secret, metadata, enabled, trusts_factor, checked_at)
                values (?, 'https://login.example.com', 'the-application', ''::bytea, '{}', true, false, now())
                """).param(administrator.companyId().value()).update();
    }

    @Test
    void whoeverDoesNotAdministerFindsNoActBehindThePageEither() {
        for (Position position : List.of(Position.READER, Position.LICENSE_MANAGER)) {
            SignedIn.as(people.colleague(administrator, position), "ru");
            open(Routes.SINGLE_SIGN_ON);

            assertThat(words()).as(position.name()).contains("/login/company").doesNotContain("the-application", "login.example.com");
            assertThat(ACTS).as(position.name()).noneMatch(this::hasButton);
        }
    }

    @Test
    void aForgedClickDoesNothingForWhoeverHasNotShownJustNowWhoItIs() {
        SignedIn.as(administrator, "ru");
        sessions.beginHereLongAgo(administrator);
        Map<String, String> windows = Map.of("Изменить", "Сохранить", "Убрать", "Убрать");
        for (String act : List.of("Выключить", "Изменить", "Убрать")) {
            open(Routes.HOME);
            open(Routes.SINGLE_SIGN_ON);
            roundTrip();
            press(button(act));
            roundTrip();
            if (windows.containsKey(act)) {
                assertThat(words()).as(act).doesNotContain("Чтобы продолжить, введите пароль.");
                press(button(windows.get(act)));
                roundTrip();
            }

            assertThat(words()).as(act).contains("Чтобы продолжить, введите пароль.");
            find(PasswordField.class).last().setValue("not the password");
            press(button("Продолжить"));
            roundTrip();

            assertThat(notices()).as(act).anyMatch(notice -> notice.contains("Пароль не подошёл"));
            assertThat(providers.of(administrator)).as(act).get()
                    .matches(provider -> provider.enabled() && provider.clientId().equals("the-application"));
        }
    }

    /** The window may have been open for long. */
    @Test
    void whoHasSignedInLongAgoIsAskedForThePasswordWhenTheWindowActs() {
        SignedIn.as(administrator, "ru");
        sessions.beginHereLongAgo(administrator);
        open(Routes.SINGLE_SIGN_ON);
        click("Убрать");
        assertThat(find(PasswordField.class).exists()).isFalse();
        click("Убрать");
        assertThat(words()).contains("Чтобы продолжить, введите пароль.");
        assertThat(providers.of(administrator)).isPresent();

        find(PasswordField.class).single().setValue(PeopleWithPasswords.PASSWORD);
        click("Продолжить");

        assertThat(providers.of(administrator)).isEmpty();
        assertThat(find(FormDialog.class).exists()).isFalse();
    }

    @Test
    void whatAColleagueHasRemovedMeanwhileIsSaidAndNothingComesBack() {
        SignedIn.as(administrator, "ru");
        open(Routes.SINGLE_SIGN_ON);
        roundTrip();
        providers.remove(administrator);

        press(button("Выключить"));
        roundTrip();

        assertThat(providers.of(administrator)).isEmpty();
        assertThat(notices()).isNotEmpty();
        assertThat(hasButton("Настроить")).isTrue();
    }

    /** What was typed stays in the window. */
    @Test
    void aWindowOfWhatAColleagueHasRemovedMeanwhileIsRefusedAndThePageShowsIt() {
        SignedIn.as(administrator, "ru");
        open(Routes.SINGLE_SIGN_ON);
        click("Изменить");
        providers.remove(administrator);

        click("Сохранить");

        until(() -> hasButton("Настроить"));
        assertThat(hasButton("Выключить")).isFalse();
        assertThat(notices()).isNotEmpty();
        assertThat(find(FormDialog.class).exists()).isTrue();
        assertThat(providers.of(administrator)).isEmpty();
    }

    @Test
    void aLinkThatAColleagueHasForgottenMeanwhileLeavesThePage() {
        Actor colleague = people.colleague(administrator);
        jdbc.sql("insert into identity_link (company_id, subject, account_id, linked_at, last_used) values (?, 'known-there-so', ?, now(), now())")
                .params(administrator.companyId().value(), colleague.id().value()).update();
        SignedIn.as(administrator, "ru");
        open(Routes.SINGLE_SIGN_ON);
        roundTrip();
        press(button("Забыть связь"));
        roundTrip();
        assertThat(words()).contains("known-there-so");
        providers.forget(colleague.id(), administrator);

        press(button("Забыть связь"));
        roundTrip();

        assertThat(notices()).anyMatch(notice -> notice.contains("Этой связи уже нет"));
        assertThat(words()).doesNotContain("known-there-so");
    }

    @Test
    void whoeverIsLedHereFromElsewhereReadsAtWhichServerTheSignInWouldBe() {
        SecurityContextHolder.clearContext();
        open("login/company?company=" + administrator.companyId());

        assertThat(words()).contains("login.example.com", "Go on only if that is your company’s server");
        assertThat(hasButton("Continue")).isTrue();
    }
}
