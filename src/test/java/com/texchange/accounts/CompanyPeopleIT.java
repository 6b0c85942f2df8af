package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.Colleague.State;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CandidateGroup;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.tasks.Tasks;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.LettersOfADay;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A company's administrators look after its people. */
@IntegrationTest
class CompanyPeopleIT {

    @Autowired
    TestPeople people;
    @Autowired
    CompanyPeople company;
    @Autowired
    ColleagueInvitations invitations;
    @Autowired
    Accounts accounts;
    @Autowired
    Passwords passwords;
    @Autowired
    TryBudgets budgets;
    @Autowired
    TestSessions sessions;
    @Autowired
    Journey journey;
    @Autowired
    Tasks tasks;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private Actor administrator;

    @BeforeEach
    void aCompanyHasAnAdministrator() {
        administrator = people.supplier();
    }

    @Test
    void theFirstPersonOfACompanyIsItsAdministratorAndTheNextOneIsNot() {
        assertThat(administrator.position()).isEqualTo(Position.ADMINISTRATOR);
        assertThat(accounts.open(new NewAccount(new EmailAddress(email), "Ольга", administrator.companyId(), administrator.roles(),
                Languages.RUSSIAN)).position()).isEqualTo(Position.LICENSE_MANAGER);
    }

    @Test
    void whoIsInvitedComesInByTheLetterAndNotBefore() {
        AccountId id = invite(Position.READER);
        assertThat(stateOf(id)).isEqualTo(State.INVITED);
        assertThat(jdbc.sql("select actor from audit_entry where subject_id = ? and kind in ('ACCOUNT_OPENED', 'COLLEAGUE_INVITED')")
                .param(id.toString()).query(String.class).list()).containsExactly(administrator.name(), administrator.name());
        assertThat(accounts.ofCompany(administrator.companyId())).extracting(AccountInfo::id).containsExactly(administrator.id());
        assertThat(accounts.actor(id)).isEmpty();
        // Not by the way of a forgotten password either.
        passwords.requestReset(email, null);
        String token = Mailbox.of(email).await("Вас приглашают в кабинет компании").token();
        assertThat(Mailbox.of(email).letters()).hasSize(1);
        passwords.set(token, TestSessions.PASSWORD);

        assertThat(stateOf(id)).isEqualTo(State.IN);
        assertThat(people.actor(email).position()).isEqualTo(Position.READER);
        assertThat(people.actor(email).roles()).containsExactly(Role.SUPPLIER);
        assertThatThrownBy(() -> invitations.withdraw(id, administrator)).isInstanceOf(RefusedException.class)
                .hasMessage("accounts.people.in");
    }

    @Test
    void aLetterSentAgainEndsTheFirstLinkAndAWithdrawnOneLeavesNothing() {
        AccountId id = invite(Position.LICENSE_MANAGER);
        String first = Mailbox.of(email).await("Вас приглашают").token();
        assertThatThrownBy(() -> invitations.resend(id, administrator)).hasMessage("accounts.people.justSent");
        jdbc.sql("update password_token set created_at = created_at - interval '1 hour' where account_id = ?").param(id.value()).update();
        invitations.resend(id, administrator);
        String second = Mailbox.of(email).awaitNth("Вас приглашают", 2).token();
        assertThat(passwords.isUsable(first)).isFalse();
        assertThat(passwords.isUsable(second)).isTrue();
        invitations.withdraw(id, administrator);

        assertThat(passwords.isUsable(second)).isFalse();
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
    }

    /** Nothing is left of a withdrawn invitation, but its letter was sent. */
    @Test
    void anAddressGetsThreeInvitationsADayHoweverOftenTheyAreWithdrawn() {
        for (int i = 0; i < 3; i++) {
            invitations.withdraw(invite(Position.READER), administrator);
        }
        LettersOfADay.today(email, jdbc);

        assertThatThrownBy(() -> invite(Position.READER)).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("mail.refused.lettersADay");
            assertThat(refused.arguments()).containsExactly(email, 3);
        });
        LettersOfADay.another(email, jdbc);
        AccountId id = invite(Position.READER);
        for (int i = 0; i < 2; i++) {
            jdbc.sql("update password_token set created_at = created_at - interval '1 hour' where account_id = ?").param(id.value()).update();
            invitations.resend(id, administrator);
        }
        jdbc.sql("update password_token set created_at = created_at - interval '1 hour' where account_id = ?").param(id.value()).update();
        LettersOfADay.today(email, jdbc);
        assertThatThrownBy(() -> invitations.resend(id, administrator)).hasMessage("mail.refused.lettersADay");
    }

    /** Else whoever invites and takes back, again and again, would write to as many strangers as there are. */
    @Test
    void howManyStrangersACompanyWritesToEndsThoughTheyAreTakenBack() {
        for (int i = 1; i < ColleagueInvitations.MOST; i++) {
            budgets.take(TryBudget.INVITED, administrator.companyId().toString());
        }
        invitations.withdraw(invite(Position.READER), administrator);

        NewColleague another = new NewColleague("Ирина", TestPeople.anyEmail(), Position.READER, Languages.RUSSIAN);
        assertThatThrownBy(() -> invitations.invite(another, administrator)).isInstanceOf(RefusedException.class)
                .hasMessage("accounts.people.invitedOften");
        Actor elsewhere = people.supplier();
        assertThat(invitations.invite(another, elsewhere)).isNotNull();
    }

    @Test
    void onlyAnAdministratorOfTheCompanyDecides() {
        Actor manager = people.colleague(administrator, Position.LICENSE_MANAGER);
        Actor stranger = people.distributor(0);
        NewColleague colleague = new NewColleague("Ольга", email, Position.READER, Languages.RUSSIAN);
        for (Runnable act : List.<Runnable>of(() -> invitations.invite(colleague, manager),
                () -> company.move(administrator.id(), Position.READER, manager),
                () -> company.enable(administrator.id(), false, manager), () -> company.endSessions(administrator.id(), manager))) {
            assertThatThrownBy(act::run).isInstanceOf(RefusedException.class).hasMessage("common.refused.administrator");
        }
        for (Runnable act : List.<Runnable>of(() -> company.move(manager.id(), Position.READER, stranger),
                () -> company.enable(manager.id(), false, stranger), () -> company.endSessions(manager.id(), stranger),
                () -> company.of(people.sales()), () -> invitations.invite(colleague, people.sales()))) {
            assertThatThrownBy(act::run).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(company.of(stranger)).extracting(Colleague::id).containsExactly(stranger.id());
        assertThatThrownBy(() -> invitations.invite(new NewColleague("", email, Position.READER, Languages.RUSSIAN), administrator))
                .isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> invitations.invite(new NewColleague("Ольга", manager.email().value(), Position.READER,
                Languages.RUSSIAN), administrator)).hasMessage("accounts.people.known");
    }

    @Test
    void theLastAdministratorCannotBeLost() {
        people.colleague(administrator, Position.LICENSE_MANAGER);
        assertThatThrownBy(() -> company.move(administrator.id(), Position.READER, administrator))
                .hasMessage("accounts.people.lastAdministrator");
        assertThatThrownBy(() -> company.enable(administrator.id(), false, administrator))
                .hasMessage("accounts.people.lastAdministrator");
    }

    @Test
    void ofTwoAdministratorsWhoTakeEachOthersPlaceAtOnceOneStays() throws Exception {
        Actor other = people.colleague(administrator);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> acts = List.of(() -> moves(other, administrator), () -> moves(administrator, other));
            List<Future<Boolean>> done = both.invokeAll(acts);
            assertThat(done.get(0).get() ^ done.get(1).get()).isTrue();
        }
        assertThat(company.of(administrator)).filteredOn(person -> person.position() == Position.ADMINISTRATOR).hasSize(1);
    }

    private boolean moves(Actor whom, Actor by) {
        try {
            company.move(whom.id(), Position.READER, by);
            return true;
        } catch (RefusedException refused) {
            return false;
        }
    }

    @Test
    void whoIsSwitchedOffOrMovedOrSignedOutHasNoSessionAnyMore() {
        Actor colleague = people.colleague(administrator, Position.LICENSE_MANAGER);
        SignedInPerson before = sessions.begin(colleague);
        company.endSessions(colleague.id(), administrator);
        assertThat(sessions.isGood(before)).isFalse();

        SignedInPerson signedInAgain = sessions.begin(colleague);
        assertThat(sessions.isGood(signedInAgain)).isTrue();
        company.move(colleague.id(), Position.READER, administrator);
        assertThat(sessions.isGood(signedInAgain)).isFalse();

        SignedInPerson asReader = sessions.begin(colleague);
        company.enable(colleague.id(), false, administrator);
        assertThat(sessions.isGood(asReader)).isFalse();
        assertThat(stateOf(colleague.id())).isEqualTo(State.OFF);
        company.enable(colleague.id(), true, administrator);
        assertThat(stateOf(colleague.id())).isEqualTo(State.IN);
    }

    @Test
    void onlyAdministratorsAreAskedWhoBelongsToTheCompanyAndReadersHaveNoTasks() {
        Actor distributor = people.distributor(0);
        String administrators = CandidateGroup.administratorsOf(distributor.companyId()).name();
        String all = CandidateGroup.of(distributor.companyId()).name();

        assertThat(distributor.groups()).containsExactlyInAnyOrder(administrators, all);
        assertThat(people.colleague(distributor, Position.LICENSE_MANAGER).groups()).containsExactly(all);
        assertThat(people.colleague(distributor, Position.READER).groups()).isEmpty();
    }

    @Test
    void whatSomebodyHasTakenWhoIsSwitchedOffWaitsForTheOthers() {
        Actor distributor = people.distributor(0);
        Actor colleague = people.colleague(distributor, Position.LICENSE_MANAGER);
        OnboardingId onboarding = journey.accepting(people.supplier(), distributor);
        long task = journey.awaitTask(OnboardingTasks.ACCEPT, onboarding.value()).key();
        tasks.claim(task, colleague);
        assertThat(tasks.openCount(distributor)).isZero();

        company.enable(colleague.id(), false, distributor);

        await().atMost(Duration.ofSeconds(30)).until(() -> tasks.openCount(distributor) == 1);
    }

    private AccountId invite(Position position) {
        return invitations.invite(new NewColleague("Ольга", email, position, Languages.RUSSIAN), administrator);
    }

    private State stateOf(AccountId id) {
        return company.of(administrator).stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow().state();
    }
}
