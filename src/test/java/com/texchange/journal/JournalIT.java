package com.texchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.texchange.accounts.CompanyPeople;
import com.texchange.accounts.OwnProfile;
import com.texchange.accounts.PeopleOfCompanies;
import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Moments;
import com.texchange.common.Position;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.texchange.grants.Grants;
import com.texchange.journal.Journal.Place;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.TableFormat;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What is recorded of what people do, and who reads it. */
@WithoutProcess
class JournalIT {

    @Autowired
    Journal journal;
    @Autowired
    JournalExport export;
    @Autowired
    CompanyPeople companyPeople;
    @Autowired
    PeopleOfCompanies peopleOfCompanies;
    @Autowired
    OwnProfile profile;
    @Autowired
    Grants grants;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    SampleBusiness business;
    @Autowired
    TestPeople people;
    @Autowired
    MessageSource messages;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor person;
    private Actor suppliers;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        person = business.person(distributor, Role.DISTRIBUTOR);
        suppliers = business.person(supplier, Role.SUPPLIER);
    }

    @Test
    void aChangeOfPeopleTellsWhoWhatAboutWhomAndTheValues() {
        Actor colleague = people.colleague(person, Position.READER);

        companyPeople.move(colleague.id(), Position.LICENSE_MANAGER, person);

        assertThat(latest(JournalScope.COMPANY, person)).satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("POSITION_CHANGED");
            assertThat(entry.actor()).isEqualTo(person.name());
            assertThat(entry.company()).isEqualTo(distributor.name());
            assertThat(entry.subjectId()).isEqualTo(colleague.id().toString());
            assertThat(List.of(entry.oldValue(), entry.newValue())).containsExactly("READER", "LICENSE_MANAGER");
        });
        assertThat(kinds(JournalScope.OWN, colleague)).contains("POSITION_CHANGED");
        assertThat(kinds(JournalScope.COMPANY, suppliers)).doesNotContain("POSITION_CHANGED");
    }

    @Test
    void aGrantIsTheMatterOfBothAndOnlyTheOwnPersonIsNamed() {
        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.CONNECT), null, "на пробу"), person);
        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.CONNECT, GrantedAct.MOVE), null, null), person);

        assertThat(latest(JournalScope.COMPANY, person)).satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("GRANT_CHANGED");
            assertThat(entry.grantId()).isNotNull();
            assertThat(List.of(entry.oldValue(), entry.newValue())).containsExactly("CONNECT · на пробу", "CONNECT MOVE");
        });
        assertThat(latest(JournalScope.COMPANY, suppliers)).satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("GRANT_CHANGED");
            assertThat(entry.foreign()).isTrue();
            assertThat(entry.actor()).isEmpty();
            assertThat(entry.actorId()).isNull();
            assertThat(entry.company()).isEqualTo(distributor.name());
        });
        assertThat(find(JournalScope.COMPANY, suppliers, person.name())).as("found by a name that is not told").isEmpty();
        assertThat(find(JournalScope.COMPANY, suppliers, "connect move")).hasSize(1);
    }

    @Test
    void anOrderIsOneEntryHoweverManyLicensesItHas() {
        orders.place(Requests.connect(supplier.id(), Set.copyOf(business.licenses(distributor, 5)), person), person);

        assertThat(entries(JournalScope.COMPANY, person)).filteredOn(entry -> entry.kind().equals("ORDER_PLACED"))
                .extracting(JournalEntry::newValue).containsExactly("CONNECT 5");
    }

    @Test
    void whatTheOperatorDoesTellsNoNameToTheCompany() {
        Actor sales = people.sales();
        Actor colleague = people.colleague(person, Position.READER);

        peopleOfCompanies.enable(colleague.id(), false, "уволился", sales);

        assertThat(latest(JournalScope.COMPANY, person)).satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("PERSON_OFF");
            assertThat(entry.foreign()).isTrue();
            assertThat(entry.company()).isNull();
            assertThat(entry.newValue()).isEqualTo("уволился");
        });
        assertThat(latest(JournalScope.OWN, sales)).extracting(JournalEntry::kind, JournalEntry::actor)
                .containsExactly("PERSON_OFF", sales.name());
    }

    @Test
    void nobodyReadsFurtherThanTheOwnPart() {
        Actor reader = people.colleague(person, Position.READER);

        assertThat(JournalScope.of(reader)).containsExactly(JournalScope.OWN);
        assertThat(JournalScope.of(person)).containsExactly(JournalScope.COMPANY, JournalScope.OWN);
        assertThat(JournalScope.of(people.sales())).containsExactly(JournalScope.ALL, JournalScope.OWN);
        for (Actor actor : List.of(reader, person)) {
            assertThatThrownBy(() -> entries(JournalScope.ALL, actor)).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> entries(JournalScope.COMPANY, reader)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journal.companies("", 0, 10, person)).isInstanceOf(AccessDeniedException.class);
    }

    /** Whose account it is about reads who did it. From where is not shown, nor found out by trying addresses. */
    @Test
    void fromWhereAColleagueDidSomethingOnlyAdministratorsFind() {
        Actor colleague = people.colleague(person, Position.READER);
        RequestAttributes before = RequestContextHolder.getRequestAttributes();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.78");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            companyPeople.endSessions(colleague.id(), person);
        } finally {
            RequestContextHolder.setRequestAttributes(before);
        }
        JournalFilter from = new JournalFilter("", null, null, null, null, "192.0.2.78", "", null, null);

        assertThat(kinds(JournalScope.OWN, colleague)).contains("SESSIONS_ENDED");
        assertThat(journal.page(JournalScope.OWN, from, Place.first(0), 10, colleague)).isEmpty();
        assertThat(journal.page(JournalScope.COMPANY, from, Place.first(0), 10, person)).extracting(JournalEntry::kind).contains("SESSIONS_ENDED");
    }

    @Test
    void filtersNarrowAndPagesGoOnWhereTheLastOneEnded() {
        for (int i = 0; i < 5; i++) {
            profile.rename("Имя " + i, person);
        }
        JournalFilter renamed = new JournalFilter("", AuditKind.Area.PEOPLE, AuditKind.NAME_CHANGED, null, null, "", "", null, null);

        List<JournalEntry> first = journal.page(JournalScope.COMPANY, renamed, Place.first(0), 2, person);
        List<JournalEntry> second = journal.page(JournalScope.COMPANY, renamed, Place.after(first.getLast()), 2, person);

        assertThat(first).extracting(JournalEntry::newValue).containsExactly("Имя 4", "Имя 3");
        assertThat(second).extracting(JournalEntry::newValue).containsExactly("Имя 2", "Имя 1");
        assertThat(journal.page(JournalScope.COMPANY, renamed, Place.after(first.getLast()).skip(2), 2, person))
                .extracting(JournalEntry::newValue).containsExactly("Имя 0");
        assertThat(find(JournalScope.COMPANY, person, "имя 3")).hasSize(2);
        Actor sales = people.sales();
        assertThat(journal.page(JournalScope.ALL, new JournalFilter("", null, AuditKind.NAME_CHANGED, person.id().value(), distributor.id(),
                "", person.id().toString(), second.getLast().at(), null), Place.first(0), 50, sales)).hasSize(4);
        assertThat(journal.page(JournalScope.ALL, new JournalFilter("", null, null, null, distributor.id(), "192.0.2.77", "", null, null),
                Place.first(0), 50, sales)).isEmpty();
    }

    @Test
    void theFileHasEverythingInThePersonsWordsAndIsRecordedItself() throws IOException {
        profile.rename("=1+1", person);
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        export.write(JournalScope.COMPANY, JournalFilter.NONE, person, new Moments(Languages.RUSSIAN, ZoneOffset.UTC), TableFormat.CSV, file);

        assertThat(file.toString(StandardCharsets.UTF_8)).contains("Изменено имя", "Сотрудник: " + person.name()).doesNotContain(";=1+1");
        assertThat(latest(JournalScope.OWN, person)).extracting(JournalEntry::kind, JournalEntry::subjectId)
                .containsExactly("EXPORTED", "journal");
        assertThat(entries(JournalScope.COMPANY, person)).extracting(JournalEntry::kind, JournalEntry::subjectId)
                .contains(tuple("EXPORTED", "journal"));
    }

    @Test
    void theEntryOfAFileTellsWhatWasTakenAway() throws IOException {
        JournalFilter narrowed = new JournalFilter("имя", AuditKind.Area.PEOPLE, null, person.id().value(), distributor.id(), "", "", null, null);
        Actor sales = people.sales();

        export.write(JournalScope.ALL, narrowed, sales, new Moments(Languages.RUSSIAN, ZoneOffset.UTC), TableFormat.CSV, new ByteArrayOutputStream());

        assertThat(latest(JournalScope.OWN, sales).newValue()).isEqualTo("SCOPE_ALL · имя · AREA_PEOPLE · BY_PERSON — " + person.id()
                + " · BY_COMPANY — " + distributor.name());
    }

    @Test
    void whoseEntriesAboutWhomWereTakenAwayIsToldByName() throws IOException {
        Actor colleague = people.colleague(person, Position.READER);
        companyPeople.move(colleague.id(), Position.LICENSE_MANAGER, person);
        JournalFilter narrowed = new JournalFilter("", null, null, person.id().value(), null, "", colleague.id().toString(), null, null);

        export.write(JournalScope.COMPANY, narrowed, person, new Moments(Languages.RUSSIAN, ZoneOffset.UTC), TableFormat.CSV, new ByteArrayOutputStream());

        assertThat(latest(JournalScope.OWN, person).newValue())
                .isEqualTo("SCOPE_COMPANY · BY_PERSON — " + person.name() + " · BY_SUBJECT — SUBJECT_ACCOUNT " + colleague.name());
    }

    /** The search finds it as before; it is no position. */
    @Test
    void aNameInCapitalsReadsAsItWasTyped() {
        profile.rename("READER Move", person);
        profile.rename("DATA MOVE", person);

        JournalEntry entry = find(JournalScope.COMPANY, person, "data move").getFirst();
        JournalWords words = new JournalWords(messages, new Moments(Languages.RUSSIAN, ZoneOffset.UTC));
        assertThat(List.of(words.before(entry), words.after(entry))).containsExactly("READER Move", "DATA MOVE");
        assertThat(words.value("READER")).isEqualTo("наблюдатель");
    }

    private List<JournalEntry> find(JournalScope scope, Actor actor, String text) {
        return journal.page(scope, new JournalFilter(text, null, null, null, null, "", "", null, null), Place.first(0), 100, actor);
    }

    private List<JournalEntry> entries(JournalScope scope, Actor actor) {
        return journal.page(scope, JournalFilter.NONE, Place.first(0), 100, actor);
    }

    private List<String> kinds(JournalScope scope, Actor actor) {
        return entries(scope, actor).stream().map(JournalEntry::kind).toList();
    }

    private JournalEntry latest(JournalScope scope, Actor actor) {
        return entries(scope, actor).getFirst();
    }
}
