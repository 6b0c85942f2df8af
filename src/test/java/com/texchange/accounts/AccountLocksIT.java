package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Position;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;

/** Of two who change an account at once one waits for the other, and holds nothing meanwhile that the other may want: PostgreSQL would end one. */
@IntegrationTest
class AccountLocksIT extends PersonWithFactor {

    private static final List<String> BELONGS_TO_IT =
            List.of("password_token", "remembered_browser", "person_session", "authenticator", "recovery_code", "address_change");
    @Autowired
    Passwords passwords;
    @Autowired
    NewAddresses addresses;
    @Autowired
    OwnSessions sessions;
    @Autowired
    CompanyPeople colleagues;
    @Autowired
    ColleagueInvitations invitations;
    @Autowired
    CompanySwitch companies;
    @Autowired
    PersonalData data;
    @Autowired
    StolenBrowsers stolen;
    @Autowired
    BrowserTokens browsers;
    @Autowired
    RememberedBrowsers remembered;
    @Autowired
    AccountRepository stored;
    @Autowired
    PersonSessions open;
    @Autowired
    TestSessions began;
    @Autowired
    TransactionTemplate transaction;
    private Actor administrator;
    private String link;
    private EmailAddress address;
    private String series;

    @BeforeEach
    void thePersonHasSomeOfEverything() {
        administrator = people.colleague(person);
        addApp();
        link = accounts.passwordLink(person.id()).url().replaceAll(".*token=", "");
        series = browsers.begin(person.id(), new MockHttpServletRequest()).series();
        jdbc.sql("insert into person_session (id, account_id, device, address, began_at, last_used) values (:id, :account, '', '', now(), now())")
                .param("id", UUID.randomUUID()).param("account", person.id()).update();
        address = new EmailAddress(TestPeople.anyEmail());
        addresses.ask(address, person);
    }

    /** What changes an account, or what belongs to it. */
    enum Deed {
        A_PASSWORD_BY_A_LINK(test -> test.passwords.set(test.link, "другие слова для входа")),
        A_NEW_ADDRESS(AccountLocksIT::confirm),
        NO_FACTOR_ANY_MORE(test -> test.factors.remove(test.person)),
        A_LOST_FACTOR(test -> test.colleagues.removeFactor(test.person.id(), test.administrator)),
        OTHER_CODES(test -> test.factors.renewCodes(test.person)),
        ONE_SESSION(test -> test.sessions.end(test.sessions.of(test.person).getFirst().id(), test.person)),
        ALL_SESSIONS(test -> test.sessions.endOthers(test.person)),
        A_STOLEN_BROWSER(test -> test.stolen.end(test.series, test.person.id())),
        SWITCHED_OFF(test -> test.colleagues.enable(test.person.id(), false, test.administrator)),
        ERASED(test -> test.data.erase(test.person.id(), test.administrator));

        private final Consumer<AccountLocksIT> act;

        Deed(Consumer<AccountLocksIT> act) {
            this.act = act;
        }
    }

    private void confirm() {
        addresses.confirm(Mailbox.of(address.value()).await("адрес").token());
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsForAnAccountHoldsNothingThatBelongsToIt(Deed deed) {
        meanwhile(deed, () -> stored.lock(person.id()));
    }

    @ParameterizedTest
    @EnumSource(names = {"A_NEW_ADDRESS", "ERASED"})
    void whoWaitsForAnAddressHoldsNoAccountNorWhatBelongsToIt(Deed deed) {
        meanwhile(deed, () -> {
            stored.hold(deed == Deed.ERASED ? person.email() : address);
            assertThat(free("account", "id")).as("account").isEqualTo(1);
        });
    }

    /** @param first is held while the deed begins, which is done afterwards */
    private void meanwhile(Deed deed, Runnable first) {
        if (deed == Deed.ERASED) {
            jdbc.sql("update account set enabled = false where id = :id").param("id", person.id()).update();
        }
        CompletableFuture<Void> done = Objects.requireNonNull(transaction.execute(status -> {
            first.run();
            CompletableFuture<Void> waiting = waiting(() -> deed.act.accept(this));
            for (String table : BELONGS_TO_IT) {
                assertThat(free(table, "account_id")).as(table).isPositive()
                        .isEqualTo(jdbc.sql("select count(*) from " + table + " where account_id = :id").param("id", person.id()).query(Integer.class).single());
            }
            return waiting;
        }));
        done.join();
    }

    @Test
    void aBrowserThatComesInWhileItIsForgottenWithAllSessionsIsNotIn() {
        SignedInPerson comes = began.begin(person);
        comes.cameByBrowser();
        CompletableFuture<Void> in = Objects.requireNonNull(transaction.execute(status -> {
            sessions.endOthers(person);
            return waiting(() -> open.began(comes, new MockHttpServletRequest(), Optional.of(series)));
        }));
        in.join();

        assertThat(open.isOpen(comes.session().orElseThrow())).isFalse();
        String another = browsers.begin(person.id(), new MockHttpServletRequest()).series();
        open.began(comes, new MockHttpServletRequest(), Optional.of(another));
        assertThat(open.isOpen(comes.session().orElseThrow())).as("by a browser that is remembered").isTrue();
        SignedInPerson typed = began.begin(person);
        open.began(typed, new MockHttpServletRequest(), Optional.of(series));
        assertThat(open.isOpen(typed.session().orElseThrow())).as("with the password, at a browser that was").isTrue();
    }

    /** The password was right when it was looked at; it is no more when the browser would be let in by itself. */
    @Test
    void aBrowserThatIsToBeRememberedWhileThePasswordBecomesAnotherIsNot() {
        SignedInPerson comes = began.begin(person);
        CompletableFuture<MockHttpServletResponse> in = new CompletableFuture<>();
        CompletableFuture<Void> done = Objects.requireNonNull(transaction.execute(status -> {
            accounts.setPassword(person.id(), "другие слова для входа");
            return waiting(() -> in.complete(remember(comes)));
        }));
        done.join();

        assertThat(free("remembered_browser", "account_id")).isZero();
        assertThat(in.join().getCookie("remember-me")).isNull();
        assertThat(remember(began.begin(person)).getCookie("remember-me")).isNotNull();
        assertThat(free("remembered_browser", "account_id")).isEqualTo(1);
    }

    /** Or somebody of a company that is switched off would be in. */
    @Test
    void whoComesInForTheFirstTimeWhileTheCompanyIsSwitchedOffIsKeptOutWithIt() {
        String email = TestPeople.anyEmail();
        Actor sales = people.sales();
        AccountId invited = invitations.invite(new NewColleague("Ольга", email, Position.READER, Languages.RUSSIAN), person);
        String token = Mailbox.of(email).await("Вас приглашают").token();
        CompletableFuture<Void> off = Objects.requireNonNull(transaction.execute(status -> {
            passwords.set(token, "другие слова для входа");
            return waiting(() -> companies.turn(person.companyId(), false, "Проверено", sales));
        }));
        off.join();

        assertThat(accounts.actor(invited)).isEmpty();
        companies.turn(person.companyId(), true, "Проверено", sales);
        assertThat(accounts.actor(invited)).isPresent();
    }

    private MockHttpServletResponse remember(SignedInPerson comes) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter("remember-me", "on");
        MockHttpServletResponse response = new MockHttpServletResponse();
        remembered.loginSuccess(request, response, UsernamePasswordAuthenticationToken.authenticated(comes, null, List.of()));
        return response;
    }

    /** Begins what waits then for the transaction of now. */
    private CompletableFuture<Void> waiting(Runnable deed) {
        Integer holder = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(deed);
        await().until(() -> waiting.isDone() || jdbc.sql("select exists (select from pg_stat_activity where ? = any(pg_blocking_pids(pid)))")
                .param(holder).query(Boolean.class).single());
        assertThat(waiting).isNotDone();
        return waiting;
    }

    /** How many rows of the person nobody else holds. */
    private int free(String table, String column) {
        return jdbc.sql("select count(*) from (select from %s where %s = :id for update skip locked) free".formatted(table, column))
                .param("id", person.id()).query(Integer.class).single();
    }
}
