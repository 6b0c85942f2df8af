package com.texchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Each module keeps its tables (docs/decisions/013). Its SQL names them, and of other modules the views that they publish:
 * those whose names begin with a module that it may use.
 */
class TableOwnersTest {

    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            Map.entry("accounts", Set.of("account", "account_role", "account_list_setting", "account_change", "account_consent", "address_change", "password_token", "remembered_browser",
                    "try_budget", "known_browser", "authenticator", "passkey", "recovery_code", "person_session")),
            Map.entry("identityproviders", Set.of("identity_provider", "identity_link")),
            Map.entry("audit", Set.of("audit_entry")),
            Map.entry("journal", Set.of("history_check", "history_difference")),
            Map.entry("partners", Set.of("company", "company_change", "own_time_zone", "partnership")),
            Map.entry("help", Set.of("agreement_version")),
            Map.entry("mail", Set.of("mail_delivery")),
            Map.entry("process", Set.of("engine_marker", "step_retry", "scheduled_tasks")),
            Map.entry("tasks", Set.of("user_task", "task_note", "inbox_setting")),
            Map.entry("licenses", Set.of("license", "license_blocking", "device", "license_assignment", "license_load", "license_staged",
                    "license_load_tally", "license_tally")),
            Map.entry("grants", Set.of("license_grant", "grant_request")),
            Map.entry("connections", Set.of("connection", "connection_order", "connection_order_item", "connection_order_grant",
                    "connection_tally", "connection_event", "connection_position", "connection_cause_gone")),
            Map.entry("reconciliation", Set.of("reconciliation", "reconciliation_line", "reconciliation_row",
                    "reconciliation_order")),
            Map.entry("registrations", Set.of("registration", "unconfirmed_request")),
            Map.entry("onboarding", Set.of("onboarding", "onboarding_text", "onboarding_tally", "invitation_link", "activity")),
            Map.entry("batches", Set.of("batch", "batch_row")),
            Map.entry("bootstrap", Set.of("first_person")));

    private final List<String> modules = ApplicationModules.of(TExchangeApplication.class).stream()
            .map(module -> module.getIdentifier().toString()).toList();
    private final List<String> migrations = migrations();
    private final Map<String, String> views = SqlNames.views(migrations);

    @Test
    void everyTableHasOneOwner() {
        assertThat(TABLES.values().stream().flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(SqlNames.tables(migrations));
    }

    @Test
    void everyViewIsNamedAfterTheModuleThatPublishesIt() {
        assertThat(views.keySet()).isNotEmpty().allSatisfy(view -> assertThat(owner(view)).isPresent());
    }

    @Test
    void aModulesSqlNamesItsTablesAndWhatOthersPublishForIt() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Path file : classes()) {
            String module = root().relativize(file).getName(2).toString();
            foreign(module, named(file)).forEach(name -> faults.add(root().relativize(file) + " names " + name));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aViewIsMadeOfItsOwnersTablesAndWhatOthersPublishForIt() {
        assertThat(views).allSatisfy((view, definition) ->
                assertThat(foreign(owner(view).orElseThrow(), SqlNames.in(definition))).isEmpty());
    }

    /** Of a module that may use none of these. */
    static class Sample {

        static final String TABLE = "account_role";
        static final String JOINED = " join company c on c.id = a.company_id";
        String statement = """
                select a.*, extract(epoch from license.created_at) from account a
                """;

        String statement(String condition) {
            return "select * from mail_delivery m, lateral (select 1) x where " + condition
                    + " and exists (select from connection_order, registration r where true)" + JOINED;
        }

        void write(String what) {
            System.out.println("insert into user_task (task_key) values (1) on conflict do update set state = ''" + what
                    + "delete from " + TABLE + " for update of batch");
            System.out.println("update\nonboarding set x = 1 where y is distinct from z; for no key update of step_retry");
        }

        @Query("select * from partnership")
        void annotated() {
        }
    }

    @Test
    void theFinderSeesTablesInTextsOfAnyShape() throws IOException {
        Set<String> found;
        try (InputStream file = Sample.class.getResourceAsStream("TableOwnersTest$Sample.class")) {
            found = SqlNames.in(file);
        }
        assertThat(foreign("help", found)).containsExactlyInAnyOrder("account", "company", "mail_delivery",
                "connection_order", "registration", "user_task", "account_role", "onboarding", "partnership");
        assertThat(foreign("accounts", Set.of("account"))).isEmpty();
    }

    @Test
    void onlyThoseWhoMayUseAModuleReadItsViews() {
        assertThat(foreign("stories", Set.of("onboarding_line"))).isEmpty();
        assertThat(foreign("partners", Set.of("onboarding_line"))).containsExactly("onboarding_line");
    }

    @Test
    void theLatestNameAndDefinitionCount() {
        List<String> history = List.of("create table a (b int); -- create table c\ncreate view v as select 1 from a;",
                "alter table a rename to d; create or replace view v as select 2 from d; create table e (b int); drop table e;");

        assertThat(SqlNames.tables(history)).containsExactly("d");
        assertThat(SqlNames.in(SqlNames.views(history).get("v"))).containsExactly("d");
    }

    /** Those of the names that belong to a module that this one may not name them of. */
    private Set<String> foreign(String module, Set<String> names) {
        return names.stream().filter(name -> owner(name)
                .filter(owner -> !owner.equals(module) && !(views.containsKey(name) && allowed(module).contains(owner)))
                .isPresent()).collect(Collectors.toSet());
    }

    /** Of a table or view; of several modules that a view's name could begin with, the one with the longest name. */
    private Optional<String> owner(String name) {
        return views.containsKey(name)
                ? modules.stream().filter(module -> name.startsWith(module + "_")).max(Comparator.comparing(String::length))
                : TABLES.entrySet().stream().filter(owned -> owned.getValue().contains(name)).map(Map.Entry::getKey).findAny();
    }

    /** The modules that Spring Modulith lets this one use. */
    private static Set<String> allowed(String module) {
        try {
            ApplicationModule declared = Class.forName("com.texchange." + module + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            return Arrays.stream(declared.allowedDependencies()).map(allowed -> allowed.replaceFirst("::.*", ""))
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("every module declares what it may use", e);
        }
    }

    private static Set<String> named(Path file) throws IOException, ClassNotFoundException {
        Set<String> names = new HashSet<>();
        try (InputStream classFile = Files.newInputStream(file)) {
            names.addAll(SqlNames.in(classFile));
        }
        Table stored = type(file).getAnnotation(Table.class);
        if (stored != null) {
            names.add(stored.value());
        }
        return names;
    }

    /** Of the modules; the application itself has none. A migration goes once over whatever there is. */
    private static List<Path> classes() throws IOException, ClassNotFoundException {
        List<Path> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root().resolve("com/texchange"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> root().relativize(file).getNameCount() > 3).toList()) {
                if (!JavaMigration.class.isAssignableFrom(type(file))) {
                    classes.add(file);
                }
            }
        }
        return classes;
    }

    private static Class<?> type(Path file) throws ClassNotFoundException {
        String name = root().relativize(file).toString().replaceFirst("\\.class$", "").replace('/', '.');
        return Class.forName(name, false, TableOwnersTest.class.getClassLoader());
    }

    private static Path root() {
        try {
            return Path.of(TExchangeApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> migrations() {
        try {
            List<String> texts = new ArrayList<>();
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            for (Resource file : files) {
                texts.add(file.getContentAsString(UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
