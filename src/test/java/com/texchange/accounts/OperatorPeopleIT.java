package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.accounts.Colleague.State;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.passwords.TimedCodes;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** An administrator of the operator looks after the operator's people. */
@IntegrationTest
class OperatorPeopleIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    OperatorPeople operator;
    @Autowired
    Accounts accounts;
    @Autowired
    Passwords passwords;
    @Autowired
    TestSessions sessions;
    @Autowired
    SecondFactors factors;
    @Autowired
    PersonalData data;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    private static final String REASON = "Узнали по голосу";
    private final String email = TestPeople.anyEmail();
    private Actor administrator;

    @BeforeEach
    void theOperatorHasAnAdministrator() {
        administrator = people.operatorsAdministrator();
    }

    @Test
    void whoIsInvitedComesInByTheLetterWithTheRolesOfTheInvitation() {
        AccountId id = operator.invite(newcomer(), administrator);
        assertThat(stateOf(id)).isEqualTo(State.INVITED);
        assertThat(accounts.withRole(Role.PROCESS_MANAGER)).extracting(AccountInfo::id).doesNotContain(id);
        assertThatThrownBy(() -> operator.resend(id, administrator)).hasMessage("accounts.people.justSent");
        passwords.set(Mailbox.of(email).await("Вас приглашают в кабинет компании").token(), TestSessions.PASSWORD);

        assertThat(stateOf(id)).isEqualTo(State.IN);
        assertThat(people.actor(email).roles()).containsExactlyInAnyOrder(Role.SALES, Role.PROCESS_MANAGER);
        assertThat(people.actor(email).companyId()).isNull();
        assertThatThrownBy(() -> operator.withdraw(id, administrator)).hasMessage("accounts.people.in");
        assertThatThrownBy(() -> operator.invite(newcomer(), administrator)).hasMessage("accounts.people.known");
    }

    @Test
    void aRoleThatIsTakenAwayEndsWhatIsOpen() {
        Actor sales = people.sales();
        SignedInPerson open = sessions.begin(sales);
        assertThat(sessions.isGood(open)).isTrue();
        operator.give(sales.id(), Set.of(Role.PROCESS_MANAGER), administrator);

        assertThat(accounts.actor(sales.id()).orElseThrow().roles()).containsExactly(Role.PROCESS_MANAGER);
        assertThat(sessions.isGood(open)).isFalse();
        operator.enable(sales.id(), false, administrator);
        assertThat(accounts.actor(sales.id())).isEmpty();
        operator.enable(sales.id(), true, administrator);
        assertThat(accounts.actor(sales.id())).isPresent();
        assertThatThrownBy(() -> operator.give(sales.id(), Set.of(), administrator)).hasMessage("accounts.operator.rolesNeeded");
        assertThatThrownBy(() -> operator.give(sales.id(), Set.of(Role.SUPPLIER), administrator))
                .hasMessage("accounts.operator.rolesNeeded");
    }

    @Test
    void nobodyElseReadsOrActs() {
        Actor former = people.operatorsAdministrator();
        operator.give(former.id(), Set.of(Role.SALES), administrator);
        for (Actor other : List.of(people.sales(), people.processManager(), people.supplier(), former)) {
            for (Runnable act : List.<Runnable>of(() -> operator.invite(newcomer(), other),
                    () -> operator.give(administrator.id(), Set.of(Role.SALES), other),
                    () -> operator.enable(administrator.id(), false, other), () -> operator.endSessions(administrator.id(), other),
                    () -> operator.removeFactor(administrator.id(), REASON, other),
                    () -> data.eraseOfOperator(administrator.id(), REASON, other))) {
                assertThatThrownBy(act::run).isInstanceOf(AccessDeniedException.class);
            }
        }
        Actor ofCompany = people.supplier();
        assertThatThrownBy(() -> operator.give(ofCompany.id(), Set.of(Role.SALES), administrator)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> operator.enable(ofCompany.id(), false, administrator)).isInstanceOf(AccessDeniedException.class);
    }

    /** All others of the shared database stand aside meanwhile. */
    @Test
    void theLastAdministratorStaysAlsoWhenTwoDecideAtOnce() throws Exception {
        Actor second = people.operatorsAdministrator();
        List<UUID> aside = jdbc.sql("""
                update account a set enabled = false where company_id is null and enabled and id not in (?, ?)
                    and exists (select from account_role r where r.account = a.id and r.role = 'ADMINISTRATOR') returning id""")
                .params(administrator.id().value(), second.id().value()).query(UUID.class).list();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<?>> tries = new ArrayList<>();
            tries.add(both.submit(() -> operator.give(second.id(), Set.of(Role.SALES), administrator)));
            tries.add(both.submit(() -> operator.give(administrator.id(), Set.of(Role.SALES), second)));
            assertThat(tries.stream().filter(OperatorPeopleIT::succeeded).count()).isEqualTo(1);
            Actor left = accounts.actor(administrator.id()).filter(one -> one.has(Role.ADMINISTRATOR)).orElse(second);
            assertThatThrownBy(() -> operator.enable(left.id(), false, left)).isInstanceOf(RefusedException.class)
                    .hasMessage("accounts.operator.lastAdministrator");
        } finally {
            aside.forEach(id -> jdbc.sql("update account set enabled = true where id = ?").param(id).update());
        }
    }

    private static boolean succeeded(Future<?> attempt) {
        try {
            attempt.get();
            return true;
        } catch (ExecutionException refused) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void anAdministratorActsOnThePage() {
        SignedIn.as(administrator, "ru");
        open("registry/people");
        click("Пригласить сотрудника");
        test(find(TextField.class).all().getFirst()).setValue("Ольга Новикова");
        test(find(TextField.class).all().get(1)).setValue(email);
        ((CheckboxGroup<Role>) find(CheckboxGroup.class).single()).setValue(Set.of(Role.SALES, Role.ADMINISTRATOR));
        click("Отправить приглашение");

        assertThat(operator.all(administrator)).filteredOn(person -> person.email().value().equals(email)).singleElement()
                .satisfies(person -> assertThat(person.roles()).containsExactlyInAnyOrder(Role.SALES, Role.ADMINISTRATOR));
        Mailbox.of(email).await("Вас приглашают");
    }

    @Test
    void whoHasLostAppAndRecoveryCodesIsFreedByAnotherAdministratorWithAReason() {
        Actor sales = people.sales();
        SignedInPerson open = sessions.begin(sales);
        addApp(sales);
        addApp(administrator);
        assertThat(operator.all(administrator)).filteredOn(OperatorPerson::secondFactor).extracting(OperatorPerson::id)
                .contains(sales.id(), administrator.id());
        assertThatThrownBy(() -> operator.removeFactor(administrator.id(), REASON, administrator)).hasMessage("accounts.factor.ofOthers");
        assertThatThrownBy(() -> operator.removeFactor(sales.id(), " ", administrator)).isInstanceOf(ConstraintViolationException.class);
        operator.removeFactor(sales.id(), REASON, administrator);

        assertThat(factors.of(sales)).isEmpty();
        assertThat(sessions.isGood(open)).isFalse();
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ? and template = 'factor-changed'")
                .param(sales.email().value()).query(Integer.class).single()).isEqualTo(2);
        assertThat(jdbc.sql("select new_value from audit_entry where kind = 'FACTOR_REMOVED' and actor_id = ? and subject_id = ?")
                .params(administrator.id().value(), sales.id().toString()).query(String.class).single()).isEqualTo(REASON);
        assertThatThrownBy(() -> operator.removeFactor(sales.id(), REASON, administrator)).hasMessage("accounts.factor.none");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoSignedInLongAgoShowsFirstWhoItIs() {
        Actor sales = people.sales();
        sessions.beginHereLongAgo(administrator);
        for (Runnable act : List.<Runnable>of(() -> operator.invite(newcomer(), administrator),
                () -> operator.give(sales.id(), Set.of(Role.PROCESS_MANAGER), administrator),
                () -> operator.enable(sales.id(), false, administrator), () -> operator.removeFactor(sales.id(), REASON, administrator),
                () -> data.eraseOfOperator(sales.id(), REASON, administrator))) {
            assertThatThrownBy(act::run).hasMessage("accounts.fresh.needed");
        }
        SignedIn.as(administrator, "ru");
        sessions.beginHereLongAgo(administrator);
        open("registry/people");
        click("Пригласить сотрудника");
        assertThat(find(PasswordField.class).exists()).isFalse();
        test(find(TextField.class).all().getFirst()).setValue("Ольга Новикова");
        test(find(TextField.class).all().get(1)).setValue(email);
        ((CheckboxGroup<Role>) find(CheckboxGroup.class).single()).setValue(Set.of(Role.SALES));
        click("Отправить приглашение");
        assertThat(operator.all(administrator)).extracting(person -> person.email().value()).doesNotContain(email);
        test(find(PasswordField.class).single()).setValue(TestSessions.PASSWORD);
        click("Продолжить");

        assertThat(operator.all(administrator)).extracting(person -> person.email().value()).contains(email);
        assertThat(hasButton("Отправить приглашение")).isFalse();
    }

    private void addApp(Actor person) {
        NewAuthenticator app = factors.begin(person);
        factors.add(app, TimedCodes.code(app.secret(), clock.instant()), person);
    }

    @Test
    void whoHasLeftIsErasedAndANumberFromThenOn() {
        Actor sales = people.sales();
        assertThatThrownBy(() -> data.eraseOfOperator(sales.id(), REASON, administrator)).hasMessage("accounts.erase.notOff");
        operator.enable(sales.id(), false, administrator);
        data.eraseOfOperator(sales.id(), REASON, administrator);

        assertThat(operator.all(administrator)).extracting(OperatorPerson::id).doesNotContain(sales.id());
        assertThat(jdbc.sql("select name || ' ' || email from account where id = ?").param(sales.id().value()).query(String.class).single())
                .startsWith("№ ").doesNotContain(sales.name(), sales.email().value());
        assertThat(jdbc.sql("select new_value from audit_entry where kind = 'PERSON_ERASED' and subject_id = ?")
                .param(sales.id().toString()).query(String.class).single()).isEqualTo(REASON);
        assertThatThrownBy(() -> operator.enable(sales.id(), true, administrator)).hasMessage("accounts.erase.erased");
        Actor ofCompany = people.supplier();
        assertThatThrownBy(() -> data.eraseOfOperator(ofCompany.id(), REASON, administrator)).isInstanceOf(AccessDeniedException.class);
    }

    private State stateOf(AccountId id) {
        return operator.all(administrator).stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow().state();
    }

    private NewOperatorPerson newcomer() {
        return new NewOperatorPerson("Ольга Новикова", email, Set.of(Role.SALES, Role.PROCESS_MANAGER), Languages.RUSSIAN);
    }
}
