package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.Colleague.State;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Position;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Mailbox.ReceivedLetter;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether an address has an account elsewhere is told to its owner, and not to whoever types it. */
@IntegrationTest
class TakenAddressesIT {

    private static final String ELSEWHERE = "этот адрес уже занят";
    @Autowired
    TestPeople people;
    @Autowired
    CompanyPeople company;
    @Autowired
    ColleagueInvitations invitations;
    @Autowired
    PeopleOfCompanies bySales;
    @Autowired
    OperatorPeople operator;
    @Autowired
    OwnProfile profile;
    @Autowired
    Accounts accounts;
    @Autowired
    Companies companies;
    @Autowired
    Passwords passwords;
    @Autowired
    TestSessions sessions;
    @Autowired
    AccountRepository stored;
    @Autowired
    NewAddresses newAddresses;
    @Autowired
    OldInvitations old;
    @Autowired
    PersonalData data;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private Actor administrator;
    private Actor owner;

    @BeforeEach
    void twoCompaniesHaveTheirPeople() {
        administrator = people.supplier();
        owner = people.distributor(0);
    }

    @Test
    void aColleagueInvitedByATakenAddressLooksAsAnyOther() {
        AccountId inVain = invite(address(owner));
        AccountId usual = invite(TestPeople.anyEmail());

        Colleague seen = seen(inVain);
        assertThat(seen).isEqualTo(new Colleague(inVain, "Ольга", owner.email(), Position.READER, State.INVITED,
                seen(usual).invitedUntil(), false));
        assertThat(recorded(inVain)).isEqualTo(recorded(usual)).isNotEmpty();
        assertThatThrownBy(() -> invite(address(owner))).as("the list has it").hasMessage("accounts.people.known");
        assertThatThrownBy(() -> invitations.resend(inVain, administrator)).hasMessage("accounts.people.justSent");
        anHourPasses(inVain);
        invitations.resend(inVain, administrator);
        Mailbox.of(address(owner)).awaitNth(ELSEWHERE, 2);
        invitations.withdraw(inVain, administrator);

        assertThat(company.of(administrator)).extracting(Colleague::id).doesNotContain(inVain);
        assertThat(accounts.find(owner.email()).orElseThrow().actor()).isEqualTo(owner);
    }

    @Test
    void itsOwnerIsToldWithoutALinkAndWithoutTheOtherCompanysName() {
        invite(address(owner));
        ReceivedLetter letter = Mailbox.of(address(owner)).await(ELSEWHERE);

        assertThat(letter.subject()).contains(nameOf(administrator));
        assertThat(letter.text().replaceAll("\\s+", " ")).contains(owner.name(), administrator.name(), nameOf(administrator), "другой свой адрес")
                .doesNotContain(nameOf(owner), "token", "Ольга");
        assertThat(letter.html()).doesNotContain("token");
        assertThat(Mailbox.of(address(owner)).letters()).hasSize(1);
    }

    /** Of the operator, kept out, or invited and not in yet: all have an account. */
    @Test
    void theAnswerIsTheSameWhoeverHasTheAddress() {
        Actor keptOut = people.colleague(owner);
        company.enable(keptOut.id(), false, owner);
        String awaited = TestPeople.anyEmail();
        inviteBy(owner, awaited);
        String firstLink = Mailbox.of(awaited).await("Вас приглашают").token();

        for (String taken : List.of(address(people.sales()), address(keptOut), awaited)) {
            assertThat(seen(invite(taken)).state()).isEqualTo(State.INVITED);
            assertThat(Mailbox.of(taken).await(ELSEWHERE).text().replaceAll("\\s+", " ")).contains("учётная запись в другой компании")
                    .doesNotContain("Вы уже входите", "или она");
        }
        assertThat(passwords.isUsable(firstLink)).isTrue();
        passwords.set(firstLink, TestSessions.PASSWORD);
        assertThat(people.actor(awaited).companyId()).isEqualTo(owner.companyId());
    }

    @Test
    void theOperatorsAdministratorsAreToldNoMore() {
        Actor operators = people.operatorsAdministrator();
        AccountId inVain = operator.invite(newcomer(address(owner)), operators);

        assertThat(operator.all(operators)).filteredOn(person -> person.id().equals(inVain)).singleElement()
                .satisfies(person -> assertThat(person.email()).isEqualTo(owner.email()))
                .satisfies(person -> assertThat(person.state()).isEqualTo(State.INVITED));
        Mailbox.of(address(owner)).await(ELSEWHERE);
        assertThatThrownBy(() -> operator.invite(newcomer(address(owner)), operators)).hasMessage("accounts.people.known");
        assertThatThrownBy(() -> operator.invite(newcomer(address(operators)), operators)).hasMessage("accounts.people.known");
        operator.withdraw(inVain, operators);
    }

    @Test
    void whoIsOfTheOwnCompanyIsToldAndTheSalesDepartmentReadsAllAnyhow() {
        assertThatThrownBy(() -> invite(address(people.colleague(administrator)))).hasMessage("accounts.people.known");
        assertThatThrownBy(() -> bySales.invite(administrator.companyId(), new NewColleague("Ольга", address(owner), Position.ADMINISTRATOR,
                Languages.RUSSIAN), "директор просит", people.sales())).hasMessage("accounts.people.known");
    }

    @Test
    void anAddressThatHasBecomeFreeGetsAnOrdinaryInvitation() {
        String email = TestPeople.anyEmail();
        AccountId first = inviteBy(owner, email);
        AccountId second = invite(email);
        invitations.withdraw(first, owner);
        anHourPasses(second);
        invitations.resend(second, administrator);
        passwords.set(Mailbox.of(email).awaitNth("Вас приглашают в кабинет компании", 2).token(), TestSessions.PASSWORD);

        assertThat(people.actor(email).id()).isEqualTo(second);
        assertThat(seen(second).state()).isEqualTo(State.IN);
    }

    @Test
    void ofTwoWhoSendAgainAtOnceToAnAddressThatHasBecomeFreeOneGetsIt() throws Exception {
        String email = TestPeople.anyEmail();
        Actor third = people.supplier();
        AccountId first = inviteBy(owner, email);
        AccountId second = inviteBy(administrator, email);
        AccountId inVain = inviteBy(third, email);
        invitations.withdraw(first, owner);
        anHourPasses(second);
        anHourPasses(inVain);
        aDayPasses(email);
        atOnce(() -> invitations.resend(second, administrator), () -> invitations.resend(inVain, third));

        assertThat(owners(email)).containsExactly(second);
        passwords.set(Mailbox.of(email).awaitNth("Вас приглашают в кабинет компании", 2).token(), TestSessions.PASSWORD);
        assertThat(people.actor(email).id()).isEqualTo(second);
        Mailbox.of(email).awaitNth(ELSEWHERE, 3);
    }

    /** Otherwise who comes second would be told that the address is another company's. */
    @Test
    void ofTwoWhoInviteAFreeAddressAtOnceTheSecondDoesSoInVain() throws Exception {
        String email = TestPeople.anyEmail();
        atOnce(() -> inviteBy(owner, email), () -> invite(email));

        assertThat(company.of(administrator)).extracting(person -> person.email().value()).contains(email);
        assertThat(owners(email)).singleElement().satisfies(id -> assertThat(stored.findById(id).orElseThrow().companyId()).isEqualTo(owner.companyId()));
        Mailbox.of(email).await("Вас приглашают в кабинет компании");
        Mailbox.of(email).await(ELSEWHERE);
    }

    @Test
    void whoConfirmsAnAddressInTheMomentInWhichItIsGivenAwayIsToldSo() throws Exception {
        sessions.begin(owner);
        String email = TestPeople.anyEmail();
        profile.changeAddress(email, TestSessions.PASSWORD, owner);
        String token = Mailbox.of(email).await("адрес").token();

        assertThatThrownBy(() -> atOnce(() -> open(email, administrator), () -> newAddresses.confirm(token))).rootCause().hasMessage("accounts.people.known");
        assertThat(people.actor(address(owner)).id()).isEqualTo(owner.id());
    }

    /** Who invites has typed it, who confirms has read the letter. */
    @Test
    void whoConfirmsAnAddressByWhichSomebodyIsInvitedAtOnceHasIt() throws Exception {
        sessions.begin(owner);
        String email = TestPeople.anyEmail();
        profile.changeAddress(email, TestSessions.PASSWORD, owner);
        String token = Mailbox.of(email).await("Подтвердите новый адрес").token();
        atOnce(() -> invite(email), () -> newAddresses.confirm(token));

        assertThat(owners(email)).containsExactly(owner.id());
        assertThat(company.of(administrator)).extracting(person -> person.email().value()).contains(email);
    }

    /** Anybody who administers a company can invite any address: its owner cannot refuse, and goes elsewhere. */
    @Test
    void whoIsOnlyInvitedElsewhereIsNotKnownAndTheInvitationIsInVainOnceTheOwnerIsIn() {
        String email = TestPeople.anyEmail();
        AccountId typed = invite(email);
        String link = Mailbox.of(email).await("Вас приглашают").token();
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        sessions.begin(owner);
        profile.changeAddress(email, TestSessions.PASSWORD, owner);
        Mailbox.of(email).await("Подтвердите новый адрес");
        AccountId in = open(email, owner);

        assertThat(in).isNotEqualTo(typed);
        assertThat(people.actor(email).companyId()).isEqualTo(owner.companyId());
        assertThat(passwords.isUsable(link)).isFalse();
        assertThat(seen(typed).email()).isEqualTo(new EmailAddress(email));
        assertThat(seen(typed).state()).isEqualTo(State.INVITED);
        anHourPasses(typed);
        invitations.resend(typed, administrator);
        Mailbox.of(email).await(ELSEWHERE);
    }

    @Test
    void whoIsInvitedByTheOwnCompanyComesInThereByEitherWay() {
        String email = TestPeople.anyEmail();
        AccountId invited = invite(email);

        assertThat(open(email, administrator)).isEqualTo(invited);
        assertThat(passwords.isUsable(Mailbox.of(email).await("Вас приглашают").token())).isTrue();
    }

    /** The letter of the request leads to «Забыли пароль?» should its link be over, which may be later than the invitation is forgotten. */
    @Test
    void whoIsInvitedByTheOwnCompanyAndComesInByARequestStays() {
        String email = TestPeople.anyEmail();
        AccountId invited = invite(email);
        overSince(invited, 8);
        open(email, administrator);
        assertThat(recorded(invited)).last().isEqualTo("ACCOUNT_OPENED SUPPLIER");
        old.forget();

        assertThat(accounts.find(new EmailAddress(email)).map(AccountInfo::id)).contains(invited);
        assertThat(seen(invited).state()).isEqualTo(State.IN);
        assertThatThrownBy(() -> invitations.withdraw(invited, administrator)).hasMessage("accounts.people.in");
        anHourPasses(invited);
        passwords.requestReset(email, null);
        passwords.set(Mailbox.of(email).await("пароль").token(), TestSessions.PASSWORD);
        assertThat(people.actor(email).id()).isEqualTo(invited);
    }

    @Test
    void anInvitationThatIsOverForAWeekIsGone() {
        AccountId over = invite(TestPeople.anyEmail());
        AccountId late = invite(TestPeople.anyEmail());
        Actor wasInvited = people.colleague(administrator);
        jdbc.sql("update account set invited_by = :by, invited_until = now() - interval '1 year' where id = :id")
                .param("by", administrator.id().value()).param("id", wasInvited.id().value()).update();
        overSince(over, 8);
        overSince(late, 6);
        old.forget();

        assertThat(company.of(administrator)).extracting(Colleague::id).contains(late, wasInvited.id()).doesNotContain(over);
        assertThat(recorded(over)).last().isEqualTo("COLLEAGUE_WITHDRAWN ");
    }

    private void overSince(AccountId id, int days) {
        jdbc.sql("update account set invited_until = now() - ? * interval '1 day' where id = ?").params(days, id.value()).update();
    }

    /** As when somebody has registered, whose address is confirmed. */
    private AccountId open(String email, Actor ofCompany) {
        return accounts.open(new NewAccount(new EmailAddress(email), "Ольга", ofCompany.companyId(), ofCompany.roles(), Languages.RUSSIAN)).id();
    }

    @Test
    void anInvitationThatIsSentAgainWhileItsAddressIsErasedIsNoMore() throws Exception {
        Actor gone = people.colleague(owner);
        AccountId inVain = invite(address(gone));
        anHourPasses(inVain);
        company.enable(gone.id(), false, owner);

        assertThatThrownBy(() -> atOnce(() -> data.erase(gone.id(), owner), () -> invitations.resend(inVain, administrator)))
                .rootCause().hasMessage("accounts.people.withdrawn");
        assertThat(company.of(administrator)).extracting(Colleague::id).doesNotContain(inVain);
    }

    /** The second begins before the first has committed, and waits for it. */
    private void atOnce(Runnable first, Runnable second) throws Exception {
        try (ExecutorService meanwhile = Executors.newSingleThreadExecutor()) {
            Future<?> other = transaction.execute(status -> {
                first.run();
                Integer holder = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
                Future<?> waiting = meanwhile.submit(second);
                await().until(() -> waiting.isDone() || jdbc.sql("select exists (select from pg_stat_activity where ? = any(pg_blocking_pids(pid)))")
                        .param(holder).query(Boolean.class).single());
                return waiting;
            });
            other.get();
        }
    }

    private List<AccountId> owners(String email) {
        return stored.findByEmail(new EmailAddress(email)).map(Account::id).stream().toList();
    }

    @Test
    void aNewAddressOfOnesOwnIsAskedForInTheSameWay() {
        sessions.begin(administrator);
        for (String address : List.of(address(owner), TestPeople.anyEmail())) {
            jdbc.sql("delete from address_change where account_id = ?").param(administrator.id().value()).update();
            profile.changeAddress(address, TestSessions.PASSWORD, administrator);
            assertThatThrownBy(() -> profile.changeAddress(address, TestSessions.PASSWORD, administrator)).hasMessage("accounts.people.justSent");
        }
        assertThat(Mailbox.of(address(owner)).letters()).isEmpty();
    }

    private AccountId invite(String email) {
        return inviteBy(administrator, email);
    }

    private AccountId inviteBy(Actor actor, String email) {
        return invitations.invite(new NewColleague("Ольга", email, Position.READER, Languages.RUSSIAN), actor);
    }

    private static NewOperatorPerson newcomer(String email) {
        return new NewOperatorPerson("Ольга Новикова", email, Set.of(Role.SALES), Languages.RUSSIAN);
    }

    private static String address(Actor person) {
        return person.email().value();
    }

    private String nameOf(Actor person) {
        return companies.get(person.companyId()).name();
    }

    private Colleague seen(AccountId id) {
        return company.of(administrator).stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> recorded(AccountId id) {
        return jdbc.sql("select kind || ' ' || coalesce(new_value, '') from audit_entry where subject_id = ? order by id").param(id.toString())
                .query(String.class).list();
    }

    private void aDayPasses(String address) {
        jdbc.sql("update mail_delivery set queued_at = queued_at - interval '1 day' where recipient = ?").param(address).update();
    }

    private void anHourPasses(AccountId id) {
        jdbc.sql("update password_token set created_at = created_at - interval '1 hour' where account_id = ?").param(id.value()).update();
    }
}
