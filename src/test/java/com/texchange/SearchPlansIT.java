package com.texchange;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.ListWindow;
import com.texchange.common.Role;
import com.texchange.connections.LicenseField;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.ServiceOverview;
import com.texchange.licenselists.AllLicenses;
import com.texchange.licenselists.Devices;
import com.texchange.licenselists.SupplierDevices;
import com.texchange.licenselists.SupplierLicenses;
import com.texchange.onboarding.Stage;
import com.texchange.overview.KnownRow;
import com.texchange.overview.OnboardingWindow;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.registry.CompanyRegister;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskQuery;
import com.texchange.tasks.TaskSort;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WatchedStatements;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** With many rows, PostgreSQL answers searches and the first pages of sorted lists from indexes. */
@WithoutProcess
@Import(WatchedStatements.class)
@Transactional
class SearchPlansIT {

    /** Enough that an index is cheaper than the table, and made in seconds. They are gone after the test. */
    private static final int MANY = 10_000;
    /** In one row of each list: a part of what the rows are filled with. */
    private static final String RARE = "Ёлка ООО 1f0e3dad9990";

    /** In plans of searches that find all before they sort. */
    private static final String FOUND = "Subquery Scan on o ";

    /** Of lists of licenses: what they are sorted by, and the index that has the ids in that order. */
    private static final Map<String, String> PAGES = Map.of("activationCode", "license_by_code",
            "user", "license_by_user", "configVersion", "license_by_version", "mdmId", "license_by_device");

    /** The same of lists over all distributors. */
    private static final Map<String, String> OF_ALL = Map.of("number", "license_number_key", "activationCode", "license_activation_code_key",
            "user", "license_of_any_by_user", "mdmId", "license_of_any_by_device");

    /** And of lists of onboardings. */
    private static final List<String> ONBOARDINGS = List.of("distributor", "code", "city", "letter", "stage", "since");

    @Autowired
    JdbcClient jdbc;
    @Autowired
    WatchedStatements statements;
    @Autowired
    SampleBusiness business;
    @Autowired
    OnboardingQueries onboardings;
    @Autowired
    Companies companies;
    @Autowired
    Devices devices;
    @Autowired
    ServiceOverview services;
    @Autowired
    SupplierLicenses ofSupplier;
    @Autowired
    SupplierDevices devicesOfSupplier;
    @Autowired
    AllLicenses allLicenses;
    @Autowired
    Inbox inbox;
    @Autowired
    CompanyRegister register;

    @Test
    void searchesAndFirstPagesReadIndexes() {
        CompanyInfo supplier = business.supplier("Поставщик");
        CompanyInfo distributor = business.distributor("Дистрибьютор");
        Actor inviter = business.person(supplier, Role.SUPPLIER);
        Actor manager = business.person(null, Role.PROCESS_MANAGER);
        Actor person = business.person(distributor, Role.DISTRIBUTOR);
        Actor sales = business.person(null, Role.SALES);
        business.partners(supplier, distributor);
        fill(supplier.id(), distributor.id(), inviter);

        assertSoftly(softly -> {
            reads(softly, () -> companies.distributors(RARE, 0, 50), "company_search");
            // By that of distributors or, where nearly all companies are, by that of all: both have the order.
            reads(softly, () -> companies.distributors("", 0, 50), "Index Scan using company_");
            for (Actor actor : new Actor[] {inviter, manager}) {
                OnboardingFilter filter = new OnboardingFilter(RARE, null, 0);
                reads(softly, () -> onboardings.page(filter, Sort.unsorted(), 0, 50, actor), "onboarding_text_words");
                reads(softly, () -> onboardings.count(filter, actor), "onboarding_text_words");
                // Where a word is known to be in a few, they are found and sorted, whatever the planner thinks of it.
                OnboardingFilter common = new OnboardingFilter("ёлка", null, 0);
                for (String sort : List.of("distributor", "code")) {
                    softly.assertThat(statements.plansOf(() -> page(common, sort, MANY, actor), jdbc)).doesNotContain(FOUND);
                    reads(softly, () -> page(common, sort, 100, actor), FOUND);
                }
            }
            OnboardingFilter word = new OnboardingFilter("ёлка", null, 0);
            OnboardingWindow counted = new OnboardingWindow(0, 50, onboardings.count(word, manager), List.of());
            softly.assertThat(statements.plansOf(() -> onboardings.page(word, Sort.by("code"), counted, manager), jdbc))
                    .as("which suppliers have the word in their names was asked to count").doesNotContain(" on company");
            reads(softly, () -> register.page(RARE, 0, 50, sales), "account_search");
            reads(softly, () -> register.count(RARE, sales), "account_search");
            LicenseFilter device = new LicenseFilter(RARE);
            reads(softly, () -> devices.page(device, Sort.unsorted(), ListWindow.of(0, 50), person), "license_search");
            LicenseFilter license = new LicenseFilter(RARE);
            reads(softly, () -> services.page(supplier.id(), license, Sort.unsorted(), ListWindow.of(0, 50), person), "license_search");
            reads(softly, () -> services.count(license, person), "license_search");
            reads(softly, () -> ofSupplier.page(license, Sort.unsorted(), ListWindow.of(0, 50), inviter), "license_search");
            reads(softly, () -> allLicenses.page(license, Sort.unsorted(), ListWindow.of(0, 50), sales), "license_search");
            LicenseFilter user = new LicenseFilter("", Map.of(LicenseField.USER, "1f0e3dad9990"), LicenseFilter.Show.ALL,
                    LicenseFilter.Words.LICENSE, null);
            reads(softly, () -> services.page(supplier.id(), user, Sort.unsorted(), ListWindow.of(0, 50), person), "license_search");
            reads(softly, () -> inbox.page(person, new TaskQuery(TaskFilter.ALL, null, RARE, TaskSort.DUE), 0, 50), "user_task_search",
                    "user_task_pkey");
            reads(softly, () -> inbox.page(person, new TaskQuery(TaskFilter.ALL, null, "", TaskSort.SUBJECT), 0, 50),
                    "user_task_subject_name");
        });
    }

    /** Whichever way a list of licenses is sorted, one index has all that is needed for the ids of any page. */
    @Test
    void idsOfAnyPageOfLicensesComeFromOneIndex() {
        CompanyInfo supplier = business.supplier("Поставщик");
        CompanyInfo distributor = business.distributor("Дистрибьютор");
        Actor person = business.person(distributor, Role.DISTRIBUTOR);
        fill(supplier.id(), distributor.id(), business.person(supplier, Role.SUPPLIER));
        jdbc.sql("""
                insert into license (id, number, activation_code, distributor_id, owner_id, created_at)
                select gen_random_uuid(), '8' || n || substr(number, 3), n || 'other-' || activation_code, :other, :other, now()
                from license cross join generate_series(1, 4) n where distributor_id = :distributor order by md5(number || n)""")
                .param("other", business.distributor("Другой").id()).param("distributor", distributor.id()).update();
        jdbc.sql("analyze license").update();
        leaveOnlyIndexes();

        assertSoftly(softly -> {
            reads(softly, () -> services.count(LicenseFilter.NONE, person), "Index Only Scan");
            PAGES.forEach((column, index) -> {
                for (Sort sort : new Sort[] {Sort.by(column).ascending(), Sort.by(column).descending()}) {
                    String scan = "Index Only Scan " + (sort.equals(Sort.by(column)) ? "" : "Backward ") + "using " + index;
                    reads(softly, () -> devices.page(LicenseFilter.NONE, sort, ListWindow.of(MANY - 50, 50), person), scan);
                    reads(softly, () -> services.page(supplier.id(), LicenseFilter.NONE, sort, ListWindow.of(MANY - 50, 50), person), scan);
                }
            });
        });
    }

    /** As above, for the sales department and for a supplier that sees all of a distributor's. */
    @Test
    void idsOfAnyPageOverDistributorsComeFromOneIndex() {
        CompanyInfo supplier = business.supplier("Поставщик");
        CompanyInfo distributor = business.distributor("Дистрибьютор");
        Actor inviter = business.person(supplier, Role.SUPPLIER);
        Actor sales = business.person(null, Role.SALES);
        business.partners(supplier, distributor);
        fill(supplier.id(), distributor.id(), inviter);
        jdbc.sql("update license set owner_id = :supplier where distributor_id = :distributor")
                .param("supplier", supplier.id()).param("distributor", distributor.id()).update();
        jdbc.sql("analyze license").update();
        leaveOnlyIndexes();

        assertSoftly(softly -> {
            OF_ALL.forEach((column, index) -> {
                for (Sort sort : new Sort[] {Sort.by(column).ascending(), Sort.by(column).descending()}) {
                    String scan = "Index Only Scan " + (sort.equals(Sort.by(column)) ? "" : "Backward ") + "using " + index;
                    reads(softly, () -> allLicenses.page(LicenseFilter.NONE, sort, ListWindow.of(MANY - 50, 50), sales), scan);
                    reads(softly, () -> ofSupplier.page(LicenseFilter.NONE, sort, ListWindow.of(MANY - 50, 50), inviter), scan);
                }
            });
            softly.assertThat(ofSupplier.page(LicenseFilter.NONE, Sort.by("code"), ListWindow.of(0, 1), inviter).getFirst().code())
                    .as("of the distributor outside the network").isNull();
            // Distributor by distributor, in the order of each one's own index; which ones these are is kept.
            for (String column : new String[] {"distributor", "code"}) {
                for (Sort sort : new Sort[] {Sort.by(column).ascending(), Sort.by(column).descending()}) {
                    String scan = "Index Scan " + (sort.equals(Sort.by(column)) ? "" : "Backward ") + "using license_by_number";
                    reads(softly, () -> ofSupplier.page(LicenseFilter.NONE, sort, ListWindow.of(MANY - 50, 50), inviter),
                            scan, "license_tally_pkey");
                    reads(softly, () -> devicesOfSupplier.page(LicenseFilter.NONE, sort, ListWindow.of(MANY - 50, 50), inviter),
                            scan, "license_tally_pkey");
                }
            }
        });
    }

    /** The same of onboardings, filtered by stage or not; far pages are read from the end, so backward where those before are not. */
    @Test
    void idsOfAnyPageOfOnboardingsComeFromOneIndex() {
        CompanyInfo supplier = business.supplier("Поставщик");
        Actor inviter = business.person(supplier, Role.SUPPLIER);
        Actor manager = business.person(null, Role.PROCESS_MANAGER);
        fill(supplier.id(), business.distributor("Дистрибьютор").id(), inviter);
        // As if others had as many.
        jdbc.sql("update onboarding set supplier_id = :other where supplier_id = :supplier and code < '05000'")
                .param("other", business.supplier("Другой").id()).param("supplier", supplier.id()).update();
        jdbc.sql("analyze onboarding").update();
        leaveOnlyIndexes();

        assertSoftly(softly -> {
            for (OnboardingFilter filter : new OnboardingFilter[] {OnboardingFilter.NONE, new OnboardingFilter("", Stage.INVITED, 2)}) {
                // Of one stage, by stage and by its time is the same.
                for (String column : filter.equals(OnboardingFilter.NONE) ? ONBOARDINGS : ONBOARDINGS.subList(0, 4)) {
                    Sort sort = Sort.by(column);
                    reads(softly, () -> onboardings.page(filter, sort, 900, 50, inviter), "Index Only Scan using onboarding_by_" + column);
                    reads(softly, () -> onboardings.page(filter, sort.descending(), 900, 50, manager),
                            "Index Only Scan Backward using onboarding_of_any_by_" + column);
                }
            }
            reads(softly, () -> onboardings.page(OnboardingFilter.NONE, Sort.by("code"), 4_000, 50, inviter),
                    "Index Only Scan Backward using onboarding_by_code");
            for (String column : List.of("", "distributor", "code", "stage", "since")) {
                Sort sort = column.isEmpty() ? Sort.unsorted() : Sort.by(column);
                KnownRow known = new KnownRow(3_000, onboardings.page(OnboardingFilter.NONE, sort, 3_000, 1, inviter).getFirst());
                reads(softly, () -> onboardings.page(OnboardingFilter.NONE, sort, new OnboardingWindow(3_001, 50, 5_000, List.of(known)), inviter),
                        // All were invited at one moment here, so that times tell nothing of the index.
                        "(ROW(", column.equals("distributor") || column.equals("code") ? "onboarding_by_" + column : "onboarding_");
            }
            reads(softly, () -> onboardings.page(OnboardingFilter.NONE, Sort.by("supplier"), 0, 50, manager), "onboarding_of_any_by_supplier");
        });
    }

    /**
     * Pages of tables and indexes cost nothing, as if they were vacuumed and in memory: how rows happen to lie in a table that was not
     * vacuumed would else decide which of two indexes is read.
     */
    private void leaveOnlyIndexes() {
        for (String way : new String[] {"seqscan", "bitmapscan", "sort", "incremental_sort"}) {
            jdbc.sql("set local enable_" + way + " = off").update();
        }
        for (String page : new String[] {"seq", "random"}) {
            jdbc.sql("set local " + page + "_page_cost = 0").update();
        }
    }

    private void page(OnboardingFilter filter, String sort, int count, Actor actor) {
        onboardings.page(filter, Sort.by(sort), new OnboardingWindow(0, 50, count, List.of()), actor);
    }

    private void reads(SoftAssertions softly, Runnable question, String... indexes) {
        softly.assertThat(statements.plansOf(question, jdbc)).contains(indexes);
    }

    private void fill(CompanyId supplier, CompanyId distributor, Actor inviter) {
        run("""
                insert into company (id, version, name, supplier, distributor, created_at)
                select gen_random_uuid(), 0, 'ООО «Ёлка ' || md5(i::text) || '»', false, true, now() from generate_series(1, :many) i""",
                supplier, distributor, inviter);
        run("""
                insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, created_at)
                select gen_random_uuid(), 0, :supplier, lpad(i::text, 5, '0'), 'ИП Ёлка ' || md5(i::text),
                    'plan-' || i || '@example.com', now() from generate_series(1, :many) i on conflict do nothing""",
                supplier, distributor, inviter);
        run("""
                insert into onboarding (id, version, partnership_id, supplier_id, language, stage, stage_since, invited_by, invited_at,
                    expires_at)
                select gen_random_uuid(), 0, id, :supplier, 'ru', 'INVITED', now(), :inviter, now(), now()
                from partnership where supplier_id = :supplier""", supplier, distributor, inviter);
        run("""
                insert into license (id, number, activation_code, distributor_id, owner_id, user_name, created_at)
                select gen_random_uuid(), '77' || lpad(i::text, 18, '0'), 'plan-' || i, :distributor, case i when 1 then :supplier else :distributor end,
                    'Ёлка ' || md5(i::text), now() from generate_series(1, :many) i""", supplier, distributor, inviter);
        // A supplier sees its own ones with a distributor outside its network too.
        jdbc.sql("update license set distributor_id = :outside, owner_id = :supplier where activation_code = 'plan-2'")
                .param("outside", business.distributor("Вне сети").id()).param("supplier", supplier).update();
        run("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                select gen_random_uuid(), 0, 'plan-' || i || '@example.com', 'Ёлка ' || md5(i::text), :distributor, 'ru', true, now()
                from generate_series(1, :many) i""", supplier, distributor, inviter);
        run("""
                insert into user_task (task_key, element_id, process_id, process_instance_key, subject_id, subject, search_text,
                    candidate_groups, priority, state, created_at, last_job)
                select -1000000000 - i, 'Task_Plan', 'plan', 1, gen_random_uuid(), 'Ёлка ' || md5(i::text), common_search_form('Ёлка ' || md5(i::text)),
                    array['company-' || :distributor], 50, 'OPEN', now(), 1 from generate_series(1, :many) i""",
                supplier, distributor, inviter);
        // As autovacuum does it: what was written just now waits beside the index, and is read row by row.
        for (String index : new String[] {"company_search", "account_search", "onboarding_text_words", "license_search", "user_task_search"}) {
            jdbc.sql("select gin_clean_pending_list('" + index + "')").query().singleRow();
        }
        // Other tests' distributors have a few licenses each; this one has many, which the mean would hide from the planner.
        jdbc.sql("alter table license alter column distributor_id set (n_distinct = 2)").update();
        for (String table : new String[] {"company", "account", "partnership", "onboarding", "onboarding_text", "license", "connection", "user_task"}) {
            jdbc.sql("analyze " + table).update();
        }
    }

    private void run(String sql, CompanyId supplier, CompanyId distributor, Actor inviter) {
        jdbc.sql(sql).param("many", MANY).param("supplier", supplier).param("distributor", distributor)
                .param("inviter", inviter.id()).update();
    }
}
