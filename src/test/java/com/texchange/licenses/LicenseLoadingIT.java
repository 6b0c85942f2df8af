package com.texchange.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.LoadId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.grants.Delegations;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableFormat;
import com.texchange.tables.TableLimits;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class LicenseLoadingIT {

    private static final int MANY = 12_000;

    @Autowired
    LicenseLoading loading;
    @Autowired
    LoadingWorker worker;
    @Autowired
    LoadStore loads;
    @Autowired
    LoadChecking checking;
    @Autowired
    ForgottenLoads forgotten;
    @Autowired
    RejectedLicenses rejected;
    @Autowired
    Licenses licenses;
    @Autowired
    Delegations delegations;
    @Autowired
    SampleBusiness business;
    @Autowired
    ChangeFeed feed;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    private Actor sales;
    private CompanyInfo distributor;

    @BeforeEach
    void somebodyLoads() {
        sales = business.person(null, Role.SALES);
        distributor = business.distributor("ООО «Дистрибьютор»");
    }

    @Test
    void loadsTheValidRowsAndKnowsThemAfterwards() {
        CompanyInfo owner = business.supplier("ООО «Владелец»");
        MappedTable<LicenseColumn> table = table(row("") + row(owner.taxId().value()) + row(SampleBusiness.taxId().value())
                + "no;license\n");

        LoadId first = loading.check(table, sales);
        assertThat(verdicts(first)).containsExactly(
                Verdict.OWNER_UNKNOWN, Verdict.NUMBER_MALFORMED, Verdict.VALID, Verdict.VALID);
        assertThat(load(first)).isEqualTo(2);

        assertThat(licenses.count(distributor.id())).isEqualTo(2);
        assertThat(delegations.of(owner.id(), distributor.id()).locked()).isTrue();
        LoadId second = loading.check(table, sales);
        assertThat(verdicts(second)).startsWith(Verdict.KNOWN, Verdict.KNOWN);
        assertThat(load(second)).isZero();
        assertThat(licenses.count(distributor.id())).isEqualTo(2);
        assertThat(loading.latest(sales)).extracting(LicenseLoad::id).contains(first, second);
    }

    /** A supplier's list shows what is its own, whoever uses it, and with a grant what else its distributor has. */
    @Test
    void theOpenPagesOfTheDistributorOfItsSuppliersAndOfEachOwnerHearOfIt() {
        CompanyInfo owner = business.supplier("ООО «Владелец»");
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        business.partners(supplier, distributor);
        List<Change> heard = new CopyOnWriteArrayList<>();
        Runnable unsubscribe = feed.subscribe(heard::add);
        try {
            load(loading.check(table(row(owner.taxId().value())), sales));

            await().untilAsserted(() -> assertThat(heard).contains(new Change(Change.Topic.LICENSES, owner.id().toString()),
                    new Change(Change.Topic.LICENSES, supplier.id().toString()),
                    new Change(Change.Topic.LICENSES, distributor.id().toString())));
        } finally {
            unsubscribe.run();
        }
    }

    @Test
    void twinsAreFoundHoweverTheyAreWritten() {
        String code = "5280454326334" + "%02d7".formatted(Math.abs(SampleBusiness.activationCode().hashCode()) % 100);
        String number = SampleBusiness.taxId() + "123456";
        LoadId load = loading.check(table(number + ";" + dashed(code) + "\n"
                + number.substring(0, 4) + " " + number.substring(4, 8) + "-" + number.substring(8) + ";" + SampleBusiness.activationCode() + "\n"
                + SampleBusiness.taxId() + "; " + code + "\n" + row("")), sales);

        assertThat(loading.rows(load, null, 0, 10, sales)).extracting(SheetRow::line, SheetRow::verdict, SheetRow::firstLine)
                .containsExactly(tuple(2, Verdict.REPEATED, 1), tuple(3, Verdict.REPEATED, 1), tuple(1, Verdict.VALID, 0),
                        tuple(4, Verdict.VALID, 0));
    }

    @Test
    void aNumberOrACodeOfAnotherLicenseIsTold() {
        String number = SampleBusiness.taxId().value();
        String code = SampleBusiness.activationCode();
        load(loading.check(table(number + ";" + code), sales));

        LoadId load = loading.check(table(number + ";" + SampleBusiness.activationCode() + "\n"
                + SampleBusiness.taxId() + ";" + code + "\n" + number + ";" + code), sales);

        assertThat(loading.rows(load, null, 0, 10, sales)).extracting(SheetRow::verdict, SheetRow::firstLine).containsExactly(
                tuple(Verdict.TAKEN, 0), tuple(Verdict.TAKEN, 0), tuple(Verdict.REPEATED, 1));
    }

    @Test
    void licensesGoToTheDeviceThatTheyNameAndTakeItsVersion() {
        UUID known = UUID.randomUUID();
        UUID fresh = UUID.randomUUID();
        load(loading.check(table(onDevice(known, "1.0.24")), sales));

        load(loading.check(table(onDevice(known, "9.9.9").replace(known.toString(),
                "{" + known.toString().toUpperCase(Locale.ROOT) + "}") + onDevice(fresh, "2.0.1")), sales));

        assertThat(jdbc.sql("""
                select device.mdm_id, device.config_version, count(*) as licenses, bool_and(license.mdm_id = device.mdm_id
                    and license.config_version = device.config_version and license.search like '%агент%'
                    and assignment.agent = 'Агент' and assignment.ended_at is null) as whole
                from device join license on license.device_id = device.id
                    join license_assignment assignment on assignment.license_id = license.id and assignment.device_id = device.id
                where device.distributor_id = ? group by 1, 2 order by 2""").param(distributor.id())
                .query((row, i) -> tuple(row.getObject(1), row.getString(2), row.getInt(3), row.getBoolean(4))).list())
                .containsExactly(tuple(known, "1.0.24", 2, true), tuple(fresh, "2.0.1", 1, true));
    }

    @Test
    void anotherCompanysDeviceIsRefused() {
        UUID device = UUID.randomUUID();
        load(loading.check(table(onDevice(device, "1.0.24")), sales));
        CompanyInfo neighbour = business.distributor("ООО «Сосед»");

        LoadId load = loading.check(table(onDevice(device, "") + row("")), sales);
        assertThat(verdicts(load)).containsExactly(Verdict.VALID, Verdict.VALID);
        loading.choose(load, neighbour.id(), sales);
        assertThat(verdicts(load)).containsExactly(Verdict.DEVICE_OF_OTHERS, Verdict.VALID);
        loading.choose(load, distributor.id(), sales);
        assertThat(verdicts(load)).containsExactly(Verdict.VALID, Verdict.VALID);

        assertThat(load(load, neighbour)).isEqualTo(1);
        assertThat(loading.tally(load, sales).verdicts()).isEqualTo(Map.of(Verdict.DEVICE_OF_OTHERS, 1, Verdict.VALID, 1));
    }

    /** A file that was loaded for the wrong distributor is not taken for loaded with the right one. */
    @Test
    void whatIsKnownWithAnotherDistributorIsToldSo() {
        CompanyInfo wrong = business.distributor("ООО «Не тот»");
        MappedTable<LicenseColumn> table = table(row("") + row(""));
        load(loading.check(table, sales), wrong);

        LoadId load = loading.check(table, sales);
        loading.choose(load, distributor.id(), sales);
        assertThat(verdicts(load)).containsExactly(Verdict.KNOWN_ELSEWHERE, Verdict.KNOWN_ELSEWHERE);
        loading.choose(load, wrong.id(), sales);
        assertThat(verdicts(load)).containsExactly(Verdict.KNOWN, Verdict.KNOWN);

        assertThat(load(load)).isZero();
        assertThat(loading.tally(load, sales).verdicts()).isEqualTo(Map.of(Verdict.KNOWN_ELSEWHERE, 2));
    }

    /** It was valid when the table was checked. */
    @Test
    void whatBecameKnownMeanwhileIsToldWithWhomAndByWhat() {
        CompanyInfo neighbour = business.distributor("ООО «Сосед»");
        String same = row("");
        String code = SampleBusiness.activationCode();
        LoadId load = loading.check(table(same + SampleBusiness.taxId() + ";" + code + "\n"), sales);
        load(loading.check(table(same + SampleBusiness.taxId() + ";" + code + "\n"), sales), neighbour);

        assertThat(load(load)).isZero();
        assertThat(verdicts(load)).containsExactly(Verdict.KNOWN_ELSEWHERE, Verdict.TAKEN);
    }

    /** The sales department has put it right between the check and the load. */
    @Test
    void aLicenseWhoseOwnerHasAnotherTaxIdByNowIsNotTakenForTheDistributors() {
        CompanyInfo owner = business.supplier("ООО «Владелец»");
        CompanyInfo staying = business.supplier("ООО «Другой владелец»");
        LoadId load = loading.check(table(row(owner.taxId().value()) + row("") + row(staying.taxId().value())), sales);
        assertThat(verdicts(load)).containsOnly(Verdict.VALID);
        jdbc.sql("update company set tax_id = ? where id = ?").params(SampleBusiness.taxId().value(), owner.id().value()).update();

        assertThat(load(load)).isEqualTo(2);

        assertThat(verdicts(load)).containsExactly(Verdict.OWNER_UNKNOWN, Verdict.VALID, Verdict.VALID);
        assertThat(loading.tally(load, sales).verdicts()).isEqualTo(Map.of(Verdict.OWNER_UNKNOWN, 1, Verdict.VALID, 2));
        assertThat(owners()).containsExactlyInAnyOrder(distributor.id().value(), staying.id().value());
    }

    /** The sales department reads who is not known, and registers the company. */
    @Test
    void anOwnerWhoIsRegisteredAfterTheCheckIsKnownWhenTheLoadIsJudgedAnew() {
        String taxId = SampleBusiness.taxId().value();
        LoadId load = loading.check(table(row(taxId) + row("")), sales);
        loading.choose(load, distributor.id(), sales);
        assertThat(verdicts(load)).containsExactly(Verdict.OWNER_UNKNOWN, Verdict.VALID);
        CompanyInfo owner = business.supplier("ООО «Новый владелец»");
        loading.judgeAnew(load, sales);
        assertThat(verdicts(load)).containsExactly(Verdict.OWNER_UNKNOWN, Verdict.VALID);
        jdbc.sql("update company set tax_id = ? where id = ?").params(taxId, owner.id().value()).update();

        loading.judgeAnew(load, sales);
        assertThat(loading.tally(load, sales).verdicts()).isEqualTo(Map.of(Verdict.VALID, 2));
        jdbc.sql("update company set tax_id = ? where id = ?").params(owner.taxId().value(), owner.id().value()).update();
        loading.choose(load, distributor.id(), sales);
        assertThat(verdicts(load)).containsExactly(Verdict.OWNER_UNKNOWN, Verdict.VALID);

        jdbc.sql("update company set tax_id = ? where id = ?").params(taxId, owner.id().value()).update();
        assertThat(load(load)).isEqualTo(2);
        assertThat(owners()).containsExactlyInAnyOrder(owner.id().value(), distributor.id().value());
    }

    /** Its people would neither see the license nor could block it. */
    @Test
    void aLicenseBelongsToASupplierOrToTheDistributorItself() {
        CompanyInfo neighbour = business.distributor("ООО «Сосед»");
        CompanyInfo both = business.both("ООО «Оба»");
        LoadId load = loading.check(table(row(neighbour.taxId().value()) + row(distributor.taxId().value()) + row(both.taxId().value())
                + row("")), sales);
        assertThat(verdicts(load)).containsOnly(Verdict.VALID);

        loading.choose(load, neighbour.id(), sales);
        assertThat(loading.rows(load, Verdict.OWNER_NO_SUPPLIER, 0, 10, sales)).extracting(SheetRow::line).containsExactly(2);
        loading.choose(load, distributor.id(), sales);
        assertThat(loading.rows(load, Verdict.OWNER_NO_SUPPLIER, 0, 10, sales)).extracting(SheetRow::line).containsExactly(1);

        assertThat(load(load)).isEqualTo(3);
        assertThat(loading.tally(load, sales).verdicts()).isEqualTo(Map.of(Verdict.OWNER_NO_SUPPLIER, 1, Verdict.VALID, 3));
        assertThat(owners()).containsExactlyInAnyOrder(distributor.id().value(), distributor.id().value(), both.id().value());
    }

    /** The sales department has put the tax ids right after somebody has started the load. */
    @Test
    void anOwnersTaxIdThatIsAnotherDistributorsByNowIsNotLoaded() {
        CompanyInfo owner = business.supplier("ООО «Владелец»");
        CompanyInfo neighbour = business.distributor("ООО «Сосед»");
        LoadId load = loading.check(table(row(owner.taxId().value()) + row("")), sales);
        loading.choose(load, distributor.id(), sales);
        loads.start(load, sales.id(), Instant.now());
        jdbc.sql("update company set tax_id = ? where id = ?").params(SampleBusiness.taxId().value(), owner.id().value()).update();
        jdbc.sql("update company set tax_id = ? where id = ?").params(owner.taxId().value(), neighbour.id().value()).update();

        worker.addDevices(load);
        assertThat(worker.step(load)).isFalse();

        assertThat(verdicts(load)).containsExactly(Verdict.OWNER_NO_SUPPLIER, Verdict.VALID);
        assertThat(loading.tally(load, sales).verdicts()).isEqualTo(Map.of(Verdict.OWNER_NO_SUPPLIER, 1, Verdict.VALID, 1));
        assertThat(owners()).containsExactly(distributor.id().value());
    }

    @Test
    void twelveThousandAreLoadedAndLoadingThemAgainChangesNothing() {
        MappedTable<LicenseColumn> table = longTable(MANY);
        assertThat(table.isLong()).isTrue();
        assertThat(table.accounting()).extracting(lines -> lines.rows(), lines -> lines.headings()).containsExactly(MANY, 2);

        LoadId first = loading.checkAside(table, null, sales);
        await().atMost(Duration.ofMinutes(2)).until(() -> loading.find(first, sales).orElseThrow().state() == LicenseLoad.State.CHECKED);
        assertThat(loading.tally(first, sales).verdicts()).isEqualTo(Map.of(Verdict.VALID, MANY));
        // Whoever has left its page meanwhile finds it again; a short table has no page before it is loaded.
        LoadId shortOne = loading.check(table(row("")), sales);
        assertThat(loading.latest(sales)).extracting(LicenseLoad::id).contains(first).doesNotContain(shortOne);
        assertThat(load(first)).isEqualTo(MANY);
        assertThat(licenses.count(distributor.id())).isEqualTo(MANY);

        LoadId second = loading.check(table, sales);
        assertThat(loading.tally(second, sales).verdicts()).isEqualTo(Map.of(Verdict.KNOWN, MANY));
        assertThat(load(second)).isZero();
        assertThat(licenses.count(distributor.id())).isEqualTo(MANY);
    }

    /** So few that PostgreSQL is told nothing of them, and so many that it would be felt if each were compared with each. */
    @Test
    @Transactional
    void aRowIsReadAFewTimesHoweverManyOthersThereAre() {
        int rows = 4_000;
        loading.check(table(IntStream.range(0, rows).mapToObj(row -> row("")).collect(Collectors.joining())), sales);

        long read = jdbc.sql("""
                select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
                where relname = 'license_staged'""").query(Long.class).single();
        // With the counts that PostgreSQL has, going through all there are may be its best plan: twice for each of the statements.
        long all = jdbc.sql("select count(*) from license_staged").query(Long.class).single();
        assertThat(read).isBetween((long) rows, 20L * rows + 8 * all);
    }

    @Test
    void whereItBreaksOffItGoesOnAndWhatBecameKnownMeanwhileIsSaid() {
        String table = row("") + row("") + row("");
        LoadId load = loading.check(table(table), sales);
        LoadId same = loading.check(table(table), sales);
        loading.choose(load, distributor.id(), sales);
        loads.start(load, sales.id(), Instant.now());
        load(same);

        worker.addDevices(load);
        assertThat(worker.step(load)).isFalse();
        assertThat(worker.step(load)).isFalse();

        assertThat(loading.find(load, sales).orElseThrow()).extracting(LicenseLoad::state, LicenseLoad::loaded)
                .containsExactly(LicenseLoad.State.LOADED, 0);
        assertThat(verdicts(load)).containsOnly(Verdict.KNOWN);
        assertThatThrownBy(() -> loading.start(load, distributor.id(), sales)).hasMessage("licenses.load.begun");
    }

    @Test
    void rowsThatADatabaseHasLostAreNotTakenForLoaded() {
        LoadId load = loading.check(table(row("")), sales);
        loading.choose(load, distributor.id(), sales);
        loads.start(load, sales.id(), Instant.now());
        loads.progress(load, 0, 7);
        checking.removeRows(load);

        assertThat(worker.step(load)).isFalse();

        assertThat(loading.find(load, sales).orElseThrow()).extracting(LicenseLoad::state, LicenseLoad::kept)
                .containsExactly(LicenseLoad.State.LOST, false);
        assertThat(jdbc.sql("select new_value from audit_entry where kind = 'LICENSES_LOADED' and subject_type = 'LOAD' and subject_id = ?")
                .param(load.toString()).query(String.class).list()).as("what had come before stays").containsExactly("7");
    }

    /** Neither a page of empty lines nor an empty file is offered. */
    @Test
    void rowsThatADatabaseHasLostAfterTheyWereCheckedOrLoadedAreNotKept() {
        LoadId loaded = loading.check(table(row("") + "no;license\n"), sales);
        load(loaded);
        LoadId checked = loading.check(table(row("")), sales);
        assertThat(loading.find(loaded, sales).orElseThrow().kept()).isTrue();
        assertThat(loading.find(checked, sales).orElseThrow().kept()).isTrue();

        checking.removeRows(loaded);
        checking.removeRows(checked);

        assertThat(loading.find(loaded, sales).orElseThrow().kept()).isFalse();
        assertThat(loading.find(checked, sales).orElseThrow().kept()).isFalse();
        assertThat(loading.find(checking.begin(null, sales.id()), sales).orElseThrow().kept()).isTrue();
    }

    @Test
    void rejectedRowsAreWrittenAndReadAgain() throws IOException {
        LoadId load = loading.check(table("Лицензия;Код;Пользователь\n" + row("") + "bad;1;Агент\n"), sales);
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        rejected.write(load, sales, TableFormat.CSV, Locale.of("ru"), file);

        MappedTable<LicenseColumn> again = Tables.of(LicenseColumn.class, file.toByteArray());
        assertThat(again.rows()).singleElement().satisfies(row -> assertThat(row.text(LicenseColumn.NUMBER)).isEqualTo("bad"));
        assertThat(file.toString(StandardCharsets.UTF_8)).contains("от 1 до 40 цифр");
        assertThat(jdbc.sql("select new_value from audit_entry where kind = 'EXPORTED' and subject_type = 'LOAD' and subject_id = ?")
                .param(load.toString()).query(String.class).list()).containsExactly("ROWS_REJECTED");
    }

    @Test
    void rowsAreForgottenInTimeAndWhatWasLoadedIsNot() {
        LoadId started = loading.check(table(row("")), sales);
        load(started);
        LoadId onlyChecked = loading.check(table(row("")), sales);
        LoadId today = loading.check(table(row("")), sales);
        LoadId checkedLongAgo = loading.check(table(row("")), sales);
        load(checkedLongAgo);
        jdbc.sql("update license_load set checked_at = checked_at - interval '15 days' where id in (?, ?, ?)")
                .params(started.value(), onlyChecked.value(), checkedLongAgo.value()).update();
        jdbc.sql("update license_load set finished_at = finished_at - interval '15 days' where id = ?").param(started.value()).update();

        forgotten.forget();

        assertThat(loading.find(started, sales).orElseThrow().kept()).isFalse();
        assertThat(loading.rows(started, null, 0, 10, sales)).isEmpty();
        assertThat(loading.tally(started, sales).valid()).isEqualTo(1);
        assertThat(loading.find(onlyChecked, sales)).isEmpty();
        assertThat(loading.find(checkedLongAgo, sales).orElseThrow().kept()).isTrue();
        assertThat(loading.rows(today, null, 0, 10, sales)).hasSize(1);
        loading.discard(started, sales);
        loading.discard(today, sales);
        assertThat(loading.find(started, sales)).isPresent();
        assertThat(loading.find(today, sales)).isEmpty();
    }

    /** The instance that has read it was stopped, so nobody else would ever tell. */
    @Test
    void thePageOfATableThatNobodyReadsAnyMoreHearsThatItIsGone() {
        LoadId load = checking.begin(null, sales.id());
        jdbc.sql("update license_load set checked_at = checked_at - interval '2 hours' where id = ?").param(load.value()).update();
        List<Change> heard = new CopyOnWriteArrayList<>();
        Runnable unsubscribe = feed.subscribe(heard::add);
        try {
            forgotten.forget();

            assertThat(loading.find(load, sales)).isEmpty();
            await().untilAsserted(() -> assertThat(heard).contains(new Change(Change.Topic.LOADS, load.toString())));
        } finally {
            unsubscribe.run();
        }
    }

    @Test
    void aLoadThatIsStartedWhileItIsBeingForgottenIsLoaded() throws Exception {
        LoadId load = loading.check(table(row("")), sales);
        loading.choose(load, distributor.id(), sales);
        jdbc.sql("update license_load set checked_at = checked_at - interval '15 days' where id = ?").param(load.value()).update();

        try (ExecutorService meanwhile = Executors.newSingleThreadExecutor()) {
            Future<?> forgetting = transaction.execute(status -> {
                loads.start(load, sales.id(), Instant.now());
                Integer holder = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
                Future<?> waiting = meanwhile.submit(() -> forgotten.forget());
                await().until(() -> waiting.isDone() || jdbc.sql("select exists (select from pg_stat_activity where ? = any(pg_blocking_pids(pid)))")
                        .param(holder).query(Boolean.class).single());
                return waiting;
            });
            forgetting.get();
        }
        worker.addDevices(load);
        worker.step(load);

        assertThat(loading.find(load, sales).orElseThrow()).extracting(LicenseLoad::state, LicenseLoad::loaded)
                .containsExactly(LicenseLoad.State.LOADED, 1);
    }

    @Test
    void rowsWhoseRemovalWasStoppedInTheMidstAreRemovedLater() {
        LoadId load = loading.check(table(row("")), sales);
        jdbc.sql("delete from license_load where id = ?").param(load.value()).update();

        forgotten.forget();

        assertThat(loading.rows(load, null, 0, 10, sales)).isEmpty();
    }

    @Test
    void aLoadThatIsForgottenWhileItIsBeingReadLeavesNothing() {
        LoadId load = checking.begin(null, sales.id());
        jdbc.sql("delete from license_load where id = ?").param(load.value()).update();

        checking.read(load, table(row("")));

        assertThat(loading.find(load, sales)).isEmpty();
        assertThat(loading.rows(load, null, 0, 10, sales)).isEmpty();
    }

    @Test
    void onlyTheSalesDepartmentLoads() {
        Actor other = business.person(distributor, Role.DISTRIBUTOR, Role.SUPPLIER);
        MappedTable<LicenseColumn> table = table(row(""));
        LoadId load = loading.check(table, sales);

        assertThatThrownBy(() -> loading.check(table, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> loading.start(load, distributor.id(), other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> loading.find(load, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> loading.rows(load, null, 0, 1, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> loading.distributors("", 0, 10, other)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nothingIsLoadedWithoutRowsOrForASupplier() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        LoadId load = loading.check(table(row("")), sales);

        MappedTable<LicenseColumn> headingAlone = table("Лицензия;Код активации");
        assertThatThrownBy(() -> loading.check(headingAlone, sales))
                .isInstanceOf(RefusedException.class).hasMessage("tables.empty");
        MappedTable<LicenseColumn> incomplete = table("Лицензия;Пользователь\n1;2");
        assertThatThrownBy(() -> loading.check(incomplete, sales))
                .isInstanceOf(RefusedException.class).hasMessage("tables.columnsMissing");
        assertThatThrownBy(() -> loading.start(load, supplier.id(), sales))
                .isInstanceOf(RefusedException.class).hasMessage("licenses.load.noDistributor");
        loading.discard(load, sales);
        assertThatThrownBy(() -> loading.start(load, distributor.id(), sales))
                .isInstanceOf(RefusedException.class).hasMessage("licenses.load.gone");
    }

    private List<UUID> owners() {
        return jdbc.sql("select owner_id from license where distributor_id = ?").param(distributor.id().value()).query(UUID.class).list();
    }

    private List<Verdict> verdicts(LoadId load) {
        return loading.rows(load, null, 0, 10, sales).stream().map(SheetRow::verdict).toList();
    }

    private int load(LoadId load) {
        return load(load, distributor);
    }

    private int load(LoadId load, CompanyInfo forWhom) {
        loading.start(load, forWhom.id(), sales);
        Supplier<LicenseLoad> now = () -> loading.find(load, sales).orElseThrow();
        await().atMost(Duration.ofMinutes(3)).until(() -> now.get().state() == LicenseLoad.State.LOADED);
        return now.get().loaded();
    }

    private static MappedTable<LicenseColumn> table(String text) {
        return Tables.of(LicenseColumn.class, text);
    }

    /** With its heading again in the midst of it. */
    private static MappedTable<LicenseColumn> longTable(int rows) {
        String heading = "Лицензия;Код активации;Пользователь;Версия;MDM ID\n";
        String prefix = SampleBusiness.taxId().value();
        long codes = Math.abs(UUID.randomUUID().getMostSignificantBits()) % 1_000_000_000L * 1_000_000L;
        String text = IntStream.range(0, rows).mapToObj(i -> "%s%08d7;%s;Агент %d;1.0.24;%s\n%s".formatted(prefix, i,
                dashed("%016d".formatted(codes + i)), i, UUID.randomUUID(), i == rows / 2 ? heading : ""))
                .collect(Collectors.joining("", heading, ""));
        return MappedTable.recognize(Tables.only(Tables.file(text.getBytes(StandardCharsets.UTF_8), TableLimits.LARGE)),
                LicenseColumn.class);
    }

    private static String dashed(String code) {
        return code.replaceFirst("^(.{4})(.{4})(.{4})(.{4})$", "$1-$2-$3-$4");
    }

    private static String onDevice(@Nullable UUID device, String version) {
        return "%s;%s;Агент;%s;%s;%n".formatted(SampleBusiness.taxId(), SampleBusiness.activationCode(), version, device);
    }

    private static String row(String ownerTaxId) {
        return "%s;%s;Агент;1.0;;%s%n".formatted(
                SampleBusiness.taxId(), SampleBusiness.activationCode(), ownerTaxId);
    }
}
