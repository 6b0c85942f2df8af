package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.texchange.accounts.ColleagueInvitations;
import com.texchange.accounts.NewColleague;
import com.texchange.accounts.OwnProfile;
import com.texchange.accounts.Passwords;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.common.Position;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.registrations.RegistrationWishes;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One link of a letter is open in two browsers, and both press the button in the same instant: one of them is served. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class LinksAtOnceIT extends SignInWalk {

    private static final String NEW = "umbrella left in a tram";
    private static final String SET_PASSWORD = "/set-password?token=";
    @Autowired
    Passwords passwords;
    @Autowired
    ColleagueInvitations colleagues;
    @Autowired
    OwnProfile profile;
    @Autowired
    RegistrationWishes wishes;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    DataSource database;

    enum Purpose {
        FIRST, FORGOTTEN, COLLEAGUE
    }

    @ParameterizedTest
    @EnumSource
    void oneOfTwoSetsThePassword(Purpose purpose) throws SQLException {
        String path = SET_PASSWORD + token(purpose);
        List<PersonAtBrowser> both = List.of(atBrowser("ru", 1366), atBrowser("ru", 1366));
        for (PersonAtBrowser person : both) {
            person.page().navigate(path);
            person.fill("accounts.setPassword.password", NEW);
            person.see("passwords.strong");
            person.fill("accounts.setPassword.again", NEW);
            person.page().keyboard().press("Tab");
        }

        pressAtOnce("password_token", both, "accounts.setPassword.submit");

        List<Boolean> served = both.stream().map(person -> ended(() -> !person.page().url().contains("/set-password"),
                () -> isSeen(person, "accounts.setPassword.deadLink"))).toList();
        assertThat(served).containsExactlyInAnyOrder(true, false);
    }

    private String token(Purpose purpose) {
        Actor person = people.supplier();
        String address = TestPeople.anyEmail();
        return switch (purpose) {
            case FIRST -> URI.create(accounts.passwordLink(person.id()).url()).getQuery().replaceFirst("token=", "");
            case FORGOTTEN -> {
                passwords.requestReset(person.email().value(), null);
                yield Mailbox.of(person.email().value()).await("пароль").token();
            }
            case COLLEAGUE -> {
                colleagues.invite(new NewColleague("Ольга", address, Position.READER, Languages.RUSSIAN), person);
                yield Mailbox.of(address).await("Вас приглашают").token();
            }
        };
    }

    @Test
    void oneOfTwoConfirmsTheNewAddress() throws SQLException {
        Actor person = people.supplier();
        accounts.setPassword(person.id(), PASSWORD);
        String address = TestPeople.anyEmail();
        profile.changeAddress(address, PASSWORD, person);
        String path = "/profile/address?token=" + Mailbox.of(address).await("Подтвердите новый адрес").token();
        List<PersonAtBrowser> both = opened(path);

        pressAtOnce("address_change", both, "accounts.profile.confirm");

        List<Boolean> served = both.stream().map(one -> ended(() -> isSeen(one, "accounts.profile.confirmed", address),
                () -> isSeen(one, "accounts.profile.deadLink"))).toList();
        assertThat(served).containsExactlyInAnyOrder(true, false);
    }

    /** People click twice: for both it is the same request. */
    @Test
    void bothConfirmTheSameRequestAndItIsOne() throws SQLException {
        String address = TestPeople.anyEmail();
        wishes.ask(Journey.newcomer(address), Languages.RUSSIAN);
        List<PersonAtBrowser> both = opened("/register/confirm?token=" + Mailbox.of(address).await("Подтвердите заявку").token());

        pressAtOnce("unconfirmed_request", both, "registrations.confirm.send");

        both.forEach(person -> person.see("registrations.confirm.sent", address));
        assertThat(jdbc.sql("select count(*) from registration where email = ?").param(address).query(Integer.class).single()).isEqualTo(1);
    }

    /** Whom it was sent to, and somebody of another company, who takes it over. */
    @Test
    void oneOfTwoCompaniesTakesTheInvitationUp() throws SQLException {
        Actor supplier = people.supplier();
        Actor invited = people.distributor(0);
        Actor other = people.distributor(0);
        OnboardingId id = journey.invite(supplier, invited.email().value());
        List<PersonAtBrowser> both = atInvitation(id, invited, other);
        both.getLast().press("onboarding.join.continueAs", companyOf(other));

        pressAtOnce("onboarding", List.of(both.getFirst().button("onboarding.join.continueAs", companyOf(invited)),
                both.getLast().button("onboarding.takeOver.confirm")));

        List<Boolean> served = both.stream().map(person -> ended(() -> !person.page().url().contains("/join"),
                () -> person.page().locator("vaadin-notification-card").count() > 0)).toList();
        assertThat(served).containsExactlyInAnyOrder(true, false);
        end(id, supplier);
    }

    /** A distributor and a colleague: for both it is the same, and it is done once. */
    @Test
    void twoOfOneCompanyTakeTheInvitationUpOnce() throws SQLException {
        Actor supplier = people.supplier();
        Actor invited = people.distributor(0);
        OnboardingId id = journey.invite(supplier, invited.email().value());
        List<PersonAtBrowser> both = atInvitation(id, invited, people.colleague(invited));

        pressAtOnce("onboarding", both.stream().map(person -> person.button("onboarding.join.continueAs", companyOf(invited))).toList());

        both.forEach(person -> person.page().waitForURL(url -> url.endsWith(id.toString())));
        assertThat(jdbc.sql("select kind from activity where onboarding_id = ? and kind in ('FOLLOWED', 'TAKEN_OVER')").param(id.value())
                .query(String.class).list()).containsExactly("FOLLOWED");
        end(id, supplier);
    }

    private List<PersonAtBrowser> atInvitation(OnboardingId id, Actor... actors) {
        String path = "/join?invite=" + journey.token(id);
        List<PersonAtBrowser> atBrowsers = Stream.of(actors).map(this::signedIn).toList();
        atBrowsers.forEach(person -> person.page().navigate(path));
        return atBrowsers;
    }

    private String companyOf(Actor actor) {
        return people.companyOf(actor.email().value()).name();
    }

    private void end(OnboardingId id, Actor supplier) {
        journey.awaitStage(id, Stage.ACCEPTING);
        invitations.revoke(id, "Проверено", supplier);
    }

    private List<PersonAtBrowser> opened(String path) {
        List<PersonAtBrowser> both = List.of(atBrowser("ru", 1366), atBrowser("ru", 1366));
        both.forEach(person -> person.page().navigate(path));
        return both;
    }

    private void pressAtOnce(String table, List<PersonAtBrowser> both, String button) throws SQLException {
        pressAtOnce(table, both.stream().map(person -> person.button(button)).toList());
    }

    /** Both requests are under way before either finds the link: the table where it stands is shut until then. */
    private void pressAtOnce(String table, List<Locator> buttons) throws SQLException {
        buttons.forEach(Locator::waitFor);
        try (Connection shut = database.getConnection()) {
            shut.setAutoCommit(false);
            try (Statement statement = shut.createStatement()) {
                statement.execute("lock table " + table + " in access exclusive mode");
            }
            buttons.forEach(one -> one.evaluate("button => button.click()"));
            await().until(() -> jdbc.sql("select count(*) from pg_locks where not granted and relation = cast(:table as regclass)").param("table", table)
                    .query(Integer.class).single() >= buttons.size());
            shut.rollback();
        }
    }

    /** @return whether it was served rather than refused */
    private static boolean ended(BooleanSupplier served, BooleanSupplier refused) {
        await().pollInSameThread().until(() -> served.getAsBoolean() || refused.getAsBoolean());
        return served.getAsBoolean();
    }

    private static boolean isSeen(PersonAtBrowser person, String key, Object... arguments) {
        return person.page().getByText(person.word(key, arguments)).locator("visible=true").count() > 0;
    }
}
