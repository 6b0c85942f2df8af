package com.texchange.pages;

import com.texchange.demo.DemoPerson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of every role; a new page is one line more. */
final class Pages {

    private static final String HEADING = "h1, h2";
    private static final String GRID = "vaadin-grid";
    private static final String DETAIL = "vaadin-master-detail-layout";
    private static final String STAGE = "vaadin-select";
    private static final String DIALOG = "vaadin-dialog";
    private static final UUID BATCH = UUID.nameUUIDFromBytes("shown batch".getBytes(StandardCharsets.UTF_8));
    private static final UUID LIST = UUID.nameUUIDFromBytes("shown list".getBytes(StandardCharsets.UTF_8));
    private static final UUID LOAD = UUID.nameUUIDFromBytes("shown load".getBytes(StandardCharsets.UTF_8));
    /** What a supplier could list of the licenses that it sees, and what a comparison finds about each; the last two it does not list. */
    private static final String LISTED = """
            with seen as (
                select license.id, license.number, license.activation_code, license.distributor_id, partnership.code,
                    connection.license_id is not null as connected,
                    row_number() over (partition by connection.license_id is not null order by license.id) as place
                from account join partnership on partnership.supplier_id = account.company_id
                    join license on license.distributor_id = partnership.distributor_id
                    left join connection on connection.license_id = license.id and connection.supplier_id = account.company_id
                where account.email = :supplier and (license.owner_id = account.company_id or connection.license_id is not null)),
            listed as (
                select wanted.line, wanted.finding, named.id as license_id, named.distributor_id,
                    case when coded.id <> named.id then coded.id end as other_id,
                    coalesce(named.number, wanted.unknown) as number,
                    case when wanted.line = 9 then '' else coalesce(coded.activation_code, '5280-4543-2633-4520') end as activation_code,
                    case when wanted.right_code then coalesce(named.code, '00001') else '99999' end as code
                from (values (1, 'AGREES', true, 1, 1, true, ''), (2, 'LIST_ONLY', false, 1, 1, true, '28318880842714221952'),
                        (3, 'LIST_ONLY_ELSEWHERE', false, 2, 2, false, '28318880842714221953'),
                        (4, 'UNKNOWN', null, null, null, true, '28318880842714221954'), (5, 'OTHER_CODE', true, 2, 2, false, ''),
                        (6, 'TWICE', true, 1, 1, true, ''), (7, 'CONTRADICTS', true, 3, 4, true, ''), (8, 'AGREES', true, 5, 5, true, ''),
                        (9, 'MALFORMED', null, null, null, true, '2,83189E+19'), (10, 'EXCHANGE_ONLY', true, 6, 6, true, ''),
                        (11, 'EXCHANGE_ONLY', true, 7, 7, true, ''))
                    wanted (line, finding, connected, named, coded, right_code, unknown)
                    left join seen named on named.connected = wanted.connected and named.place = wanted.named
                    left join seen coded on coded.connected = wanted.connected and coded.place = wanted.coded)
            """;
    private static final List<String> WANTED = Arrays.asList(System.getProperty("pages.only", "").split(","));
    static final boolean ALL_WANTED = WANTED.equals(List.of(""));
    private final JdbcClient jdbc;

    Pages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ShownPage> all() {
        return Stream.of(publicPages(), supplier(), distributor(), sales(), manager(), administrator()).flatMap(List::stream).toList();
    }

    /** All, or those that {@code -Dpages.only} names, with commas between them. */
    Stream<ShownPage> wanted() {
        return all().stream().filter(page -> ALL_WANTED || WANTED.contains(page.name()));
    }

    private List<ShownPage> publicPages() {
        return List.of(
                new ShownPage("sign-in", null, "/login", HEADING),
                new ShownPage("sign-in-company", null, "/login/company", HEADING),
                new ShownPage("sign-in-company-refused", null, "/login/company?error=no-account", HEADING),
                new ShownPage("forgot-password", null, "/forgot-password", HEADING),
                new ShownPage("set-password-dead-link", null, "/set-password?token=none", HEADING),
                new ShownPage("register", null, "/register", HEADING),
                new ShownPage("register-confirm-dead-link", null, "/register/confirm?token=none", HEADING),
                new ShownPage("confirm-address-dead-link", null, "/profile/address?token=none", HEADING),
                new ShownPage("join", null, "/join?invite=demo-invitation-" + invited(), HEADING),
                new ShownPage("join-damaged", null, "/join?invite=none", HEADING),
                new ShownPage("agreement", null, "/agreement", HEADING));
    }

    private List<ShownPage> supplier() {
        DemoPerson person = DemoPerson.SUPPLIER;
        return List.of(
                new ShownPage("home-supplier", person, "/", HEADING),
                new ShownPage("distributors", person, "/exchange/distributors", GRID, Click.byMenu("/exchange/distributors"),
                        Click.onRow(DETAIL), Click.sorting(), Click.scrolling(), Click.choosing("filter by stage", STAGE, "Подключён", GRID),
                        Click.toOpen("open a dialog", ".page-tools vaadin-button[theme~=primary]", DIALOG)),
                new ShownPage("invitations-list", person, "/exchange/distributors/import", HEADING),
                new ShownPage("invitations-batch", person, "/exchange/distributors/import/" + batch(), GRID),
                new ShownPage("distributor-details", person, "/exchange/distributors/" + onboarding("CONNECTED", person), GRID),
                new ShownPage("story-supplier", person, "/onboarding/" + onboarding("CONNECTED", person), HEADING),
                new ShownPage("story-ended-early", person, "/onboarding/" + onboarding("DECLINED", person), HEADING),
                new ShownPage("licenses-supplier", person, "/exchange/licenses", GRID, Click.byMenu("/exchange/licenses"), Click.sorting("MDM ID")),
                new ShownPage("reconciliation", person, "/exchange/reconciliation", HEADING, Click.byMenu("/exchange/reconciliation")),
                new ShownPage("reconciliation-result", person, "/exchange/reconciliation/" + reconciliation(), GRID),
                new ShownPage("devices-supplier", person, "/exchange/devices", GRID, Click.byMenu("/exchange/devices"), Click.sorting()),
                new ShownPage("operations-supplier", person, "/license-operations", GRID, Click.byMenu("/license-operations")),
                new ShownPage("company-supplier", person, "/company", HEADING, Click.byMenu("/company")),
                new ShownPage("profile", person, "/profile", HEADING),
                new ShownPage("journal-company", person, "/journal", GRID),
                new ShownPage("people", person, "/people", GRID, Click.byMenu("/people")),
                new ShownPage("single-sign-on", person, "/company/sign-in", HEADING, Click.byMenu("/company/sign-in"),
                        Click.toOpen("open a dialog", "vaadin-button[theme~=primary]", DIALOG)),
                new ShownPage("help-supplier", person, "/help", HEADING),
                new ShownPage("not-found", person, "/nothing/here", HEADING));
    }

    private List<ShownPage> distributor() {
        DemoPerson person = DemoPerson.DISTRIBUTOR;
        return List.of(
                new ShownPage("home-distributor", person, "/", HEADING),
                new ShownPage("tasks-distributor", person, "/tasks", GRID, Click.byMenu("/tasks"), Click.onRow(DETAIL)),
                new ShownPage("suppliers", person, "/exchange/suppliers", HEADING, Click.byMenu("/exchange/suppliers")),
                new ShownPage("supplier-by-link", person, "/exchange/suppliers/" + onboardingWith("CONNECTED", person), HEADING),
                new ShownPage("story-distributor", person, "/onboarding/" + onboardingWith("CONNECTED", person), HEADING),
                new ShownPage("services", person, "/services", GRID, Click.byMenu("/services"),
                        Click.on("open or close a group", "vaadin-grid-tree-toggle", GRID)),
                new ShownPage("devices", person, "/devices", GRID, Click.byMenu("/devices"), Click.sorting()),
                new ShownPage("operation", person, "/license-operations/" + order(), GRID),
                new ShownPage("license", person, "/licenses/" + license(), HEADING),
                new ShownPage("settings-distributor", person, "/settings", HEADING),
                new ShownPage("help-distributor", person, "/help", HEADING),
                new ShownPage("company-distributor", person, "/company", HEADING),
                new ShownPage("single-sign-on-set", person, singleSignOn(), HEADING));
    }

    private List<ShownPage> sales() {
        DemoPerson person = DemoPerson.SALES;
        return List.of(
                new ShownPage("home-sales", person, "/", HEADING),
                new ShownPage("tasks-sales", person, "/tasks", GRID, Click.byMenu("/tasks"), Click.onRow(DETAIL),
                        Click.choosing("sort", "#tasks-sort", "По названию", GRID)),
                new ShownPage("story-sales", person, "/onboarding/" + onboarding("REGISTERING", DemoPerson.SUPPLIER), HEADING),
                new ShownPage("journal", person, "/journal", GRID, Click.byMenu("/journal")),
                new ShownPage("companies", person, "/registry/companies", GRID, Click.byMenu("/registry/companies")),
                new ShownPage("company-registered", person, "/registry/companies/" + company(), HEADING),
                new ShownPage("licenses-all", person, "/registry/licenses", GRID, Click.byMenu("/registry/licenses"), Click.sorting("Пользователь")),
                new ShownPage("operations-sales", person, "/license-operations", GRID),
                new ShownPage("licenses-load", person, "/licenses/load", HEADING, Click.byMenu("/licenses/load")),
                new ShownPage("licenses-loaded", person, "/licenses/load/" + load(), GRID),
                new ShownPage("letters-sales", person, "/letters", HEADING, Click.byMenu("/letters")),
                new ShownPage("settings-sales", person, "/settings", HEADING),
                new ShownPage("help-sales", person, "/help", HEADING));
    }

    private List<ShownPage> manager() {
        DemoPerson person = DemoPerson.MANAGER;
        return List.of(
                new ShownPage("home-manager", person, "/", HEADING),
                new ShownPage("onboardings", person, "/onboardings", GRID, Click.byMenu("/onboardings"), Click.onRow(DETAIL),
                        Click.sorting(), Click.scrolling(), Click.choosing("filter by stage", STAGE, "Подключён", GRID)),
                new ShownPage("story-manager", person, "/onboarding/" + onboarding("CONNECTING", DemoPerson.SUPPLIER), HEADING),
                new ShownPage("processes", person, "/processes", HEADING, Click.byMenu("/processes")),
                new ShownPage("processes-late", person, "/processes/late", HEADING),
                new ShownPage("processes-commands", person, "/processes/commands", HEADING),
                new ShownPage("processes-letters", person, "/processes/letters", HEADING),
                new ShownPage("processes-engine", person, "/processes/engine", HEADING),
                new ShownPage("checks", person, "/journal/checks", HEADING, Click.byMenu("/journal/checks")),
                new ShownPage("letters-manager", person, "/letters/connected?lang=en&colors=dark", HEADING),
                new ShownPage("letter-as-text", person, "/letters/invitation?part=text&width=phone", HEADING),
                new ShownPage("help-manager", person, "/help", HEADING),
                new ShownPage("onboarding-details", person, "/onboardings/" + onboarding("CONNECTING", DemoPerson.SUPPLIER),
                        GRID));
    }

    private List<ShownPage> administrator() {
        DemoPerson person = DemoPerson.ADMINISTRATOR;
        return List.of(
                new ShownPage("home-administrator", person, "/", HEADING),
                new ShownPage("people-operator", person, "/registry/people", GRID, Click.byMenu("/registry/people"),
                        Click.toOpen("open a dialog", "vaadin-button[theme~=primary]", DIALOG)),
                new ShownPage("help-administrator", person, "/help", HEADING));
    }

    /** The number of an onboarding that somebody without an account can still join. */
    private int invited() {
        return jdbc.sql("""
                select n from generate_series(1, (select count(*) from onboarding)) n
                    join onboarding on onboarding.id = md5('demo onboarding ' || n)::uuid
                    join partnership on partnership.id = onboarding.partnership_id
                where stage = 'INVITED' and not exists (select from account where account.email = partnership.invitee_email)
                order by n limit 1
                """).query(Integer.class).single();
    }

    /** The demo supplier's latest at a stage. */
    private UUID onboarding(String stage, DemoPerson supplier) {
        return jdbc.sql("""
                select onboarding.id from onboarding join account on account.company_id = onboarding.supplier_id
                where stage = ? and account.email = ? order by stage_since desc limit 1
                """).params(stage, supplier.email().value()).query(UUID.class).single();
    }

    /** The demo distributor's latest at a stage. */
    private UUID onboardingWith(String stage, DemoPerson distributor) {
        return jdbc.sql("""
                select onboarding.id from onboarding join account on account.company_id = onboarding.distributor_id
                where stage = ? and account.email = ? order by stage_since desc limit 1
                """).params(stage, distributor.email().value()).query(UUID.class).single();
    }

    /** Of the demo distributor, whose company has a server. */
    private String singleSignOn() {
        jdbc.sql("""
                insert into identity_provider (company_id, issuer, client_id, client_secret, metadata, enabled, trusts_factor, checked_at)
                values (:company, 'https://login.romashka-distribution.example.com/realms/employees', 't-exchange-of-the-company', ''::bytea, '{}',
                    true, true, now())
                on conflict do nothing
                """).param("company", company()).update();
        return "/company/sign-in";
    }

    /** The demo distributor's company. */
    private UUID company() {
        return jdbc.sql("select company_id from account where email = ?").param(DemoPerson.DISTRIBUTOR.email().value())
                .query(UUID.class).single();
    }

    /** An order of the demo distributor. */
    private UUID order() {
        return jdbc.sql("""
                select placed.id from connection_order placed join account on account.company_id = placed.distributor_id
                where account.email = ? order by placed.placed_at desc limit 1
                """).param(DemoPerson.DISTRIBUTOR.email().value()).query(UUID.class).single();
    }

    /** A license of that order. */
    private UUID license() {
        return jdbc.sql("select license_id from connection_order_item where order_id = ? order by license_id limit 1")
                .param(order()).query(UUID.class).single();
    }

    /** Licenses that the sales department has loaded for the demo distributor, with a row that was refused. */
    private UUID load() {
        jdbc.sql("""
                insert into license_load (id, state, checked_by, checked_at, distributor_id, row_count, last_line, done_line, loaded,
                    started_by, started_at, finished_at)
                select :id, 'LOADED', sales.id, now() - interval '2 hours', distributor.company_id, 40, 40, 40, 39, sales.id,
                    now() - interval '1 hour', now()
                from account sales, account distributor where sales.email = :sales and distributor.email = :distributor
                on conflict do nothing
                """).param("id", LOAD).param("sales", DemoPerson.SALES.email().value())
                .param("distributor", DemoPerson.DISTRIBUTOR.email().value()).update();
        jdbc.sql("""
                insert into license_staged (load_id, line, number, activation_code, user_name, config_version, mdm_id, verdict, first_line)
                select :id, n, '283188808427142219' || 10 + place, '5280-4543-2633-45' || 10 + place, 'Анна Агентова', '1.0.24.0.800',
                    md5('shown device ' || place)::uuid, case n when 40 then 'REPEATED' else 'VALID' end, case n when 40 then 1 end
                from generate_series(1, 40) n cross join lateral (select case n when 40 then 1 else n end as place) license
                on conflict do nothing
                """).param("id", LOAD).update();
        jdbc.sql("delete from license_load_tally where load_id = :id").param("id", LOAD).update();
        jdbc.sql("""
                insert into license_load_tally (load_id, verdict, row_count) values (:id, 'VALID', 39), (:id, 'REPEATED', 1)
                """).param("id", LOAD).update();
        return LOAD;
    }

    /** A list of the demo supplier's that has been worked off, with a row that was refused. */
    private UUID batch() {
        jdbc.sql("""
                insert into batch (id, company_id, kind, state, parameters, started_by, created_at, starts_at, finished_at, run, total, done,
                    refused)
                select :id, company_id, 'INVITE', 'FINISHED', '{}', id, now() - interval '2 hours', now() - interval '1 hour', now(), 1,
                    40, 39, 1
                from account where email = :supplier
                on conflict do nothing
                """).param("id", BATCH).param("supplier", DemoPerson.SUPPLIER.email().value()).update();
        jdbc.sql("""
                insert into batch_row (batch_id, line, label, details, state, refusal, arguments)
                select :id, n, 'ООО «Ромашка ' || n || '»', jsonb_strip_nulls(jsonb_build_object('email', 'list-' || n
                    || '@shop.example.com', 'city', 'Астрахань', 'language', 'ru', 'code',
                    case when n <> 7 then lpad((100 + n)::text, 5, '0') end)),
                    case n when 7 then 'REFUSED' else 'DONE' end,
                    case n when 7 then 'onboarding.refused.underWay' end,
                    case n when 7 then array['list-7@shop.example.com', '00042'] else array[]::text[] end
                from generate_series(1, 40) n on conflict do nothing
                """).param("id", BATCH).update();
        return BATCH;
    }

    /** A list of the demo supplier's that was compared, with rows of every kind. */
    private UUID reconciliation() {
        String supplier = DemoPerson.SUPPLIER.email().value();
        jdbc.sql("""
                insert into reconciliation (id, company_id, begun_by, begun_at, lines, compared_at)
                select :id, company_id, id, now(), 9, now() from account where email = :supplier on conflict do nothing
                """).param("id", LIST).param("supplier", supplier).update();
        jdbc.sql(LISTED + """
                , lines as (
                    insert into reconciliation_line (reconciliation_id, line, number, activation_code, code, fault, fault_column)
                    select :id, line, number, activation_code, code, case line when 9 then 'tables.fault.ROUNDED' end,
                        case line when 9 then 'reconciliation.column.number' end
                    from listed where line <= 9 on conflict do nothing)
                insert into reconciliation_row (reconciliation_id, place, finding, number, license_id, other_id, distributor_id)
                select :id, line, finding, number, license_id, other_id, distributor_id from listed on conflict do nothing
                """).param("id", LIST).param("supplier", supplier).update();
        return LIST;
    }
}
