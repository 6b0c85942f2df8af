package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.tuple;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.help.AgreementVersions;
import com.texchange.onboarding.Activities;
import com.texchange.onboarding.Activity;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.partners.CompanyContacts;
import com.texchange.partners.CompanyData;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.json.JsonMapper;

/** What is kept about a person is told to the person, and taken away without a hole in the histories. */
@IntegrationTest
class PersonalDataIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    Activities activities;
    @Autowired
    PersonalData data;
    @Autowired
    Accounts accounts;
    @Autowired
    Consents consents;
    @Autowired
    AgreementVersions agreement;
    @Autowired
    Passwords passwords;
    @Autowired
    CompanyPeople companyPeople;
    @Autowired
    ColleagueInvitations byColleagues;
    @Autowired
    CompanyData companyData;
    @Autowired
    PeopleOfCompanies ofCompanies;
    @Autowired
    OwnProfile profile;
    @Autowired
    NewAddresses addresses;
    @Autowired
    TestSessions sessions;
    @Autowired
    JdbcClient jdbc;
    private Actor administrator;
    private Actor colleague;
    private CompanyId company;

    @BeforeEach
    void twoOfACompany() {
        administrator = people.supplier();
        colleague = people.colleague(administrator, Position.ADMINISTRATOR);
        company = Objects.requireNonNull(administrator.companyId());
    }

    @Test
    void anAddressThatWaitsForItsConfirmationIsToldToo() {
        String later = TestPeople.anyEmail();
        sessions.begin(administrator);
        profile.changeAddress(later, TestSessions.PASSWORD, administrator);

        assertThat(JsonMapper.shared().writeValueAsString(data.of(administrator).get("awaitedAddress"))).contains(later);
    }

    @Test
    void whoSetsAPasswordAcceptsTheAgreementAndReadsSo() {
        passwords.requestReset(colleague.email().value(), null);
        passwords.set(Mailbox.of(colleague.email().value()).await("пароль").token(), "a phrase of words");

        assertThat(consents.of(colleague)).extracting(Consents.Consent::since)
                .containsExactly(agreement.since(agreement.current()).orElseThrow());
        assertThat(consents.of(administrator)).isEmpty();
        assertThat(jdbc.sql("select ru from agreement_version where version = ?").param(agreement.current()).query(String.class).single())
                .contains("Учётные записи");
        SignedIn.as(colleague, "ru");
        open("profile");
        assertThat(words()).contains("Скачать мои данные", "Лицензионное соглашение в редакции от ");
    }

    @Test
    void whoHasAcceptedAnEarlierVersionIsAskedAtHomeAndGoesOnMeanwhile() {
        jdbc.sql("insert into agreement_version (version, ru, en, since) values ('earlier', 'О нас', 'About us', '2025-03-17T12:00Z') on conflict do nothing")
                .update();
        jdbc.sql("insert into account_consent (account_id, version, agreed_at) values (?, 'earlier', now())").param(colleague.id().value()).update();
        SignedIn.as(colleague, "ru");
        open("profile");
        assertThat(words()).containsPattern("в редакции от 17\\h+мар\\.\\h+2025\\h+г\\. принято");
        open("");
        assertThat(words()).contains("Примите лицензионное соглашение");
        click("Принимаю");
        assertThat(hasButton("Принимаю")).isFalse();
        open("");
        assertThat(hasButton("Принимаю")).isFalse();
        // On another page, which was open before.
        consents.accept(colleague);

        assertThat(consents.of(colleague)).hasSize(2).last().extracting(Consents.Consent::since).isEqualTo(Instant.parse("2025-03-17T12:00:00Z"));
        assertThat(jdbc.sql("select new_value from audit_entry where kind = 'AGREEMENT_ACCEPTED' and actor_id = ?")
                .param(colleague.id().value()).query(String.class).single()).isEqualTo(agreement.current());
    }

    @Test
    void onesOwnDataSayAllButSecrets() {
        passwords.requestReset(colleague.email().value(), null);
        passwords.set(Mailbox.of(colleague.email().value()).await("пароль").token(), "a phrase of words");
        OnboardingId id = journey.invite(colleague, TestPeople.anyEmail());
        Map<String, List<Map<String, Object>>> all = data.of(colleague);
        assertThat(jdbc.sql("select subject_id from audit_entry where actor_id = ? and kind = 'EXPORTED'").param(colleague.id().value())
                .query(String.class).list()).containsExactly("personal");
        String json = JsonMapper.shared().writeValueAsString(all);

        assertThat(all.keySet()).contains("account", "consents", "letters", "registrations", "activities", "notes", "companyChanges");
        assertThat(json).contains(colleague.email().value(), colleague.name(), id.toString(), "password-reset", agreement.current())
                .doesNotContain("argon2", "hash", administrator.email().value());
        invitations.revoke(id, "Проверено", colleague);
    }

    /** Who acts on an account does so at an address of one's own; who tries to sign in to it may be its owner. */
    @Test
    void fromWhereOthersActedOnOnesAccountIsNotTold() {
        for (Actor actor : List.of(administrator, colleague)) {
            jdbc.sql("""
                    insert into audit_entry (kind, actor_id, actor, source, subject_type, subject_id, subject, companies)
                    values ('SESSIONS_ENDED', ?, ?, ?, 'ACCOUNT', ?, ?, '{}')""").params(actor.id().value(), actor.name(),
                    actor == colleague ? "203.0.113.71" : "203.0.113.72", colleague.id().toString(), colleague.name()).update();
        }
        jdbc.sql("""
                insert into audit_entry (kind, actor, source, subject_type, subject_id, subject, companies)
                values ('SIGN_IN_REFUSED', ?, '203.0.113.73', 'ACCOUNT', ?, ?, '{}')""")
                .params(colleague.email().value(), colleague.id().toString(), colleague.name()).update();

        assertThat(JsonMapper.shared().writeValueAsString(data.of(colleague))).contains("203.0.113.71", "203.0.113.73")
                .doesNotContain("203.0.113.72");
    }

    @Test
    void whoIsErasedIsANumberInHistoriesThatStayWhole() {
        OnboardingId id = journey.invite(colleague, TestPeople.anyEmail());
        invitations.revoke(id, "Проверено", colleague);
        // Written by a step of the process: to be there before the erasing, and not to come after it.
        await().until(() -> jdbc.sql("select count(*) from mail_delivery where recipient = ? and template = 'revoked-confirmation'"
                + " and state = 'SENT'").param(colleague.email().value()).query(Integer.class).single() == 1);
        companyData.changeContacts(CompanyContacts.of(people.companyOf(colleague.email().value())),
                new CompanyContacts("Тверь", "Анна", "+7 482 200-00-01", "office@example.com"), colleague);
        List<Activity> before = activities.of(id);
        assertThatThrownBy(() -> data.erase(colleague.id(), administrator)).isInstanceOf(RefusedException.class)
                .hasMessage("accounts.erase.notOff");
        UUID task = taskAbout(colleague);
        companyPeople.enable(colleague.id(), false, administrator);
        data.erase(colleague.id(), administrator);

        String number = "№ " + colleague.id().toString().substring(0, 8);
        assertThat(activities.of(id)).hasSameSizeAs(before).extracting(Activity::actorName).contains(number)
                .doesNotContain(colleague.name());
        assertThat(companyData.history(company, administrator)).isNotEmpty().allSatisfy(change -> assertThat(change.by()).isEqualTo(number));
        assertThat(companyPeople.of(administrator)).extracting(Colleague::id).containsExactly(administrator.id());
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(colleague.email().value()).query(Integer.class)
                .single()).isZero();
        assertThat(jdbc.sql("select a.name || a.email from account a where id = ?").param(colleague.id().value()).query(String.class).single())
                .contains(number).doesNotContain(colleague.email().value());
        assertThat(jdbc.sql("select subject || search_text from user_task where subject_id = ?").param(task).query(String.class).single())
                .contains(number).doesNotContain(colleague.email().value(), colleague.name());
        assertThatThrownBy(() -> companyPeople.enable(colleague.id(), true, administrator)).hasMessage("accounts.erase.erased");
        assertThatThrownBy(() -> data.erase(colleague.id(), administrator)).hasMessage("accounts.erase.notOff");
    }

    /** Until a letter is out, its links stand beside it, as they lead to whatever it is about. */
    @Test
    void ofALetterThatWaitsNothingIsLeft() {
        passwords.requestReset(colleague.email().value(), null);
        Mailbox.of(colleague.email().value()).await("пароль");
        jdbc.sql("update mail_delivery set state = 'QUEUED', html = '-', plain = '-', html_secrets = '-', plain_secrets = '-', finished_at = null, "
                + "next_attempt_at = now() + interval '1 day' where recipient = ?").param(colleague.email().value()).update();
        companyPeople.enable(colleague.id(), false, administrator);
        data.erase(colleague.id(), administrator);

        assertThat(jdbc.sql("""
                select state, html, plain, html_secrets, plain_secrets from mail_delivery where recipient = 'erased-' || ? || '@erased.invalid'
                    and template = 'password-reset'
                """).param(colleague.id().toString()).query().singleRow().values()).containsExactly("FAILED", null, null, null, null);
    }

    /** Nobody sends it any more: whoever has invited the person has to know. */
    @Test
    void anInvitationThatWaitsToBeSentIsNotShownAsWaitingAnyMore() {
        Actor invited = people.distributor(0);
        Actor boss = people.colleague(invited, Position.ADMINISTRATOR);
        OnboardingId id = journey.invite(administrator, invited.email().value());
        journey.awaitInvited(id);
        jdbc.sql("update mail_delivery set state = 'QUEUED', html = '-', plain = '-', finished_at = null, "
                + "next_attempt_at = now() + interval '1 day' where reference = ?").param(id.value()).update();
        jdbc.sql("update onboarding set letter_state = 'QUEUED' where id = ?").param(id.value()).update();
        companyPeople.enable(invited.id(), false, boss);

        data.erase(invited.id(), boss);

        assertThat(jdbc.sql("select letter_state from onboarding where id = ?").param(id.value()).query(String.class).single())
                .isEqualTo("FAILED");
        invitations.revoke(id, "Проверено", administrator);
    }

    /** In what others keep of whom they have invited, under the address before, and where letters ask for answers. */
    @Test
    void noTableButTheAuditKnowsTheAddressesOfWhoIsErased() {
        Actor invited = people.distributor(0);
        Actor boss = people.colleague(invited, Position.ADMINISTRATOR);
        sessions.begin(invited);
        String before = invited.email().value();
        String later = TestPeople.anyEmail();
        OnboardingId id = journey.invite(administrator, before);
        Mailbox.of(before).await("Приглашение");
        invitations.revoke(id, "Проверено", administrator);
        await().until(() -> jdbc.sql("select count(*) from mail_delivery where recipient = ? and state = 'QUEUED'").param(before)
                .query(Integer.class).single() == 0 && jdbc.sql("select process_ended_at is not null from onboarding where id = ?").param(id.value())
                .query(Boolean.class).single());
        profile.changeAddress(later, TestSessions.PASSWORD, invited);
        addresses.confirm(Mailbox.of(later).await("Подтвердите новый адрес").token());
        jdbc.sql("update mail_delivery set reply_to = ?, reply_name = 'Ольга' where recipient = ?").params(later, administrator.email().value()).update();
        jdbc.sql("""
                insert into batch_row (batch_id, line, label, details, state, arguments)
                select id, 9999, 'Список', jsonb_build_object('email', :email::text), 'REFUSED', array[:email::text] from batch limit 1
                """).param("email", before).update();
        companyPeople.enable(invited.id(), false, boss);
        Mailbox.of(before).await("Адрес для входа изменён");
        data.erase(invited.id(), boss);

        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'"
                + " and table_name not in ('audit_entry', 'company', 'mail_delivery', 'scheduled_tasks')").query(String.class).list()) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where position(:before in t::text) > 0 or position(:later in t::text) > 0")
                    .param("before", before).param("later", later).query(Integer.class).single()).as(table).isZero();
        }
        assertThat(jdbc.sql("select count(*) from mail_delivery where :before in (recipient, reply_to) or :later in (recipient, reply_to)")
                .param("before", before).param("later", later).query(Integer.class).single()).isZero();
    }

    /** Each address has one request at a time: of several of one person none stands in the way of another. */
    @Test
    void whoAskedUnderEachAddressIsErasedAllTheSame() {
        Actor asking = people.distributor(0);
        Actor boss = people.colleague(asking, Position.ADMINISTRATOR);
        sessions.begin(asking);
        String later = TestPeople.anyEmail();
        profile.changeAddress(later, TestSessions.PASSWORD, asking);
        addresses.confirm(Mailbox.of(later).await("Подтвердите новый адрес").token());
        UUID former = requestOf(asking.email().value());
        UUID present = requestOf(later);
        companyPeople.enable(asking.id(), false, boss);
        try {
            data.erase(asking.id(), boss);

            assertThat(addressOf(present)).isEqualTo("erased-" + asking.id() + "@erased.invalid");
            assertThat(addressOf(former)).isEqualTo("erased-" + former + "@erased.invalid");
        } finally {
            jdbc.sql("delete from registration where id in (?, ?)").params(former, present).update();
        }
    }

    private UUID requestOf(String email) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into registration (id, version, email, company_name, tax_id, city, contact_name, contact_phone, language, state, requested_at)
                values (?, 0, ?, 'ООО «Заявка»', '7707083893', 'Тверь', 'Ольга', '+7 482 200-00-01', 'ru', 'REQUESTED', now())
                """).params(id, email).update();
        return id;
    }

    private String addressOf(UUID request) {
        return jdbc.sql("select email from registration where id = ?").param(request).query(String.class).single();
    }

    /** As of a mailbox that was handed on: letters to it and places by it are another person's now. */
    @Test
    void whatIsKeptByAFormerAddressThatAnotherPersonHasNowIsNeitherToldNorErased() {
        Actor gone = people.distributor(0);
        Actor boss = people.colleague(gone, Position.ADMINISTRATOR);
        sessions.begin(gone);
        String handedOn = gone.email().value();
        String later = TestPeople.anyEmail();
        profile.changeAddress(later, TestSessions.PASSWORD, gone);
        addresses.confirm(Mailbox.of(later).await("Подтвердите новый адрес").token());
        accounts.open(new NewAccount(gone.email(), "Борис Новый", gone.companyId(), gone.roles(), Languages.RUSSIAN));
        OnboardingId id = journey.invite(administrator, handedOn);
        Mailbox.of(handedOn).await("Приглашение");

        assertThat(JsonMapper.shared().writeValueAsString(data.of(people.actor(later)))).contains(later).doesNotContain("\"invitation\"");
        companyPeople.enable(gone.id(), false, boss);
        data.erase(gone.id(), boss);
        assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ? and html is not null and template = 'invitation'").param(handedOn)
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select p.invitee_email from partnership p join onboarding o on o.partnership_id = p.id where o.id = ?").param(id.value())
                .query(String.class).single()).isEqualTo(handedOn);
        invitations.revoke(id, "Проверено", administrator);
    }

    /** They know name and address by them, and sent again they would write to whoever is gone. */
    @Test
    void invitationsOfOthersToWhoIsErasedAreNoMore() {
        Actor other = people.distributor(0);
        AccountId invited = byColleagues.invite(new NewColleague("Ольга", colleague.email().value(), Position.READER, Languages.RUSSIAN), other);
        assertThat(companyPeople.of(other)).extracting(Colleague::id).contains(invited);
        companyPeople.enable(colleague.id(), false, administrator);
        data.erase(colleague.id(), administrator);

        assertThat(companyPeople.of(other)).extracting(Colleague::id).containsExactly(other.id());
        assertThatThrownBy(() -> byColleagues.resend(invited, other)).isInstanceOf(AccessDeniedException.class);
        assertThat(jdbc.sql("select count(*) from account a where a::text like '%' || ? || '%'").param(colleague.email().value())
                .query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select kind from audit_entry where subject_id = ? order by id desc limit 1").param(invited.toString())
                .query(String.class).single()).isEqualTo("COLLEAGUE_WITHDRAWN");
    }

    /** As the one that asks whether a person belongs to a company; done long ago. */
    private UUID taskAbout(Actor person) {
        UUID subject = UUID.randomUUID();
        String line = person.name() + " · " + person.email();
        jdbc.sql("""
                insert into user_task (task_key, element_id, process_id, process_instance_key, subject_id, subject, search_text,
                    candidate_groups, priority, state, created_at, finished_at, last_job)
                values (-nextval('retired_task_key'), 'Task_ConfirmColleague', 'p', 1, :subject, :line, common_search_form(:line), '{}', 50,
                    'COMPLETED', now(), now(), 1)""")
                .param("subject", subject).param("line", line).update();
        return subject;
    }

    @Test
    void onlyWhoLooksAfterAPersonErases() {
        companyPeople.enable(colleague.id(), false, administrator);
        Actor reader = people.colleague(administrator, Position.READER);
        assertThatThrownBy(() -> data.erase(colleague.id(), reader)).hasMessage(Actor.ADMINISTRATORS_ONLY);
        Actor stranger = people.supplier();
        assertThatThrownBy(() -> data.erase(colleague.id(), stranger)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> data.erase(colleague.id(), "Просьба", administrator)).isInstanceOf(AccessDeniedException.class);

        Actor sales = people.sales();
        data.erase(colleague.id(), "Просьба от 3 марта", sales);
        assertThat(ofCompanies.history(company, sales)).extracting(OperatorChange::kind, OperatorChange::reason)
                .contains(tuple(OperatorChange.Kind.ERASED, "Просьба от 3 марта"));
    }
}
