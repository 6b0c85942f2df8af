package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.CandidateGroup;
import com.texchange.common.Role;
import com.texchange.journal.Journal;
import com.texchange.journal.JournalEntry;
import com.texchange.journal.JournalFilter;
import com.texchange.journal.JournalScope;
import com.texchange.operations.Operations;
import com.texchange.operations.StuckLetter;
import com.texchange.tasks.GroupMembers;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WatchedStatements;
import com.texchange.testing.WithoutProcess;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Where much has happened and many people are, lists read what they show and not all of it, also those that are put together of two. */
@WithoutProcess
@Import(WatchedStatements.class)
@Transactional
class ListPlansIT {

    /** Enough that an index is cheaper than the table. They are gone after the test. */
    private static final int MANY = 10_000;

    @Autowired
    Journal journal;
    @Autowired
    Operations operations;
    @Autowired
    GroupMembers members;
    @Autowired
    SampleBusiness business;
    @Autowired
    WatchedStatements statements;
    @Autowired
    JdbcClient jdbc;
    private Actor manager;

    @BeforeEach
    void someone() {
        manager = business.person(null, Role.PROCESS_MANAGER);
    }

    @Test
    void whatOneHasDoneIsReadInTheOrderOfAnIndex() {
        jdbc.sql("""
                insert into audit_entry (at, kind, actor_id, actor, companies)
                select now() - n * interval '1 minute', 'NAME_CHANGED', case n % 200 when 0 then :me else gen_random_uuid() end, 'Анна', '{}'
                from generate_series(1, :many) n""")
                .param("me", manager.id()).param("many", 4 * MANY).update();
        jdbc.sql("""
                insert into audit_entry (at, kind, actor, companies, subject_type, subject_id)
                values (now() + interval '1 minute', 'PERSON_OFF', '', '{}', 'ACCOUNT', :me)""").param("me", manager.id().toString()).update();
        jdbc.sql("analyze audit_entry").update();

        assertThat(statements.plansOf(() -> journal.page(JournalScope.OWN, JournalFilter.NONE, Journal.Place.first(0), 50, manager), jdbc))
                .contains("Index Scan Backward using audit_entry_actor", "audit_entry_subject").doesNotContain("Seq Scan on audit_entry");
        assertThat(journal.page(JournalScope.OWN, JournalFilter.NONE, Journal.Place.first(0), 50, manager))
                .extracting(JournalEntry::kind).as("of both, by their time").startsWith("PERSON_OFF").contains("NAME_CHANGED");
    }

    /** What PostgreSQL takes a second process to cost unless it is told, it costs nowhere beside an application (docs/decisions/025). */
    @Test
    void aStatementOfALittleWorkStartsNoWorkers() {
        jdbc.sql("create table dear as select n, repeat('Казань', 5) as words from generate_series(1, 400000) n").update();
        jdbc.sql("analyze dear").update();

        assertThat(plan()).doesNotContain("Gather");
        jdbc.sql("set local parallel_setup_cost = 1000").update();
        assertThat(plan()).as("as it would be otherwise").contains("Gather");
    }

    private String plan() {
        return String.join("\n", jdbc.sql("explain select count(*) from dear where words like '%Пермь%'").query(String.class).list());
    }

    @Test
    void lettersThatWereCalledBackAreNotLookedAtForThoseThatWait() {
        jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, recipient, subject, state, attempts, queued_at, finished_at, by_task)
                select gen_random_uuid(), 'plan/' || n, 'invitation', 'plan@example.com', '-', case n % 2 when 0 then 'WITHDRAWN' else 'FAILED' end, 0,
                    now() - interval '1 year' - n * interval '1 minute', now(), false from generate_series(1, :many) n""")
                .param("many", MANY).update();
        jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, recipient, subject, state, attempts, queued_at, finished_at, by_task)
                values (gen_random_uuid(), 'plan/now', 'invitation', 'given-up@plan.example.com', '-', 'FAILED', 0, now(), now(), false)""").update();
        jdbc.sql("analyze mail_delivery").update();

        assertThat(statements.plansOf(() -> operations.figures(manager), jdbc)).contains("mail_delivery_unfinished")
                .doesNotContain("Seq Scan on mail_delivery");
        assertThat(statements.plansOf(() -> operations.letters(0, 50, manager), jdbc)).contains("mail_delivery_unfinished")
                .doesNotContain("Seq Scan on mail_delivery");
        assertThat(operations.letters(0, 500, manager)).extracting(StuckLetter::recipient).contains("given-up@plan.example.com")
                .doesNotContain("plan@example.com");
        assertThat(operations.figures(manager).failedLetters()).isPositive();
    }

    @Test
    void theSalesDepartmentIsNotLookedForAmongAllPeople() {
        jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                select gen_random_uuid(), 0, 'role-' || n || '@plan.example.com', 'Анна', :company, 'ru', true, now() from generate_series(1, :many) n""")
                .param("company", business.distributor("АО «Альфа»").id()).param("many", 2 * MANY).update();
        jdbc.sql("insert into account_role (account, role) select id, 'DISTRIBUTOR' from account where email like 'role-%@plan.example.com'").update();
        jdbc.sql("analyze account_role").update();
        jdbc.sql("analyze account").update();
        business.person(null, Role.SALES);

        assertThat(statements.plansOf(() -> members.of(Set.of(CandidateGroup.SALES.name())), jdbc)).contains("account_role_of")
                .doesNotContain("Seq Scan on account_role");
        assertThat(members.of(Set.of(CandidateGroup.SALES.name()))).isNotEmpty();
    }
}
