package com.texchange.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.texchange.benchmark.SeededLicenses.Cast;
import com.texchange.common.LoadId;
import com.texchange.licenses.LicenseColumn;
import com.texchange.licenses.LicenseLoading;
import com.texchange.licenses.LoadRunner;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableLimits;
import com.texchange.testing.Tables;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;

/**
 * A table of new licenses, from the bytes of its file to the end of the transaction. The floors copy the rows that it leaves,
 * checked and put into order beforehand: into the tables with their indexes, checks and triggers, and into some like them that have
 * none of these, but the text by which licenses are searched.
 */
@TestComponent
@Order(5)
class LoadMeasures implements Measures {

    private static final String LICENSE = """
            copy %s (id, number, activation_code, distributor_id, owner_id, user_name, config_version, mdm_id, device_id, created_at)
            from stdin (format csv)""";
    private static final String DEVICE = "copy %s (id, distributor_id, mdm_id, config_version, created_at) from stdin (format csv)";
    private static final String ASSIGNMENT = "copy %s (license_id, device_id, agent, assigned_at) from stdin (format csv)";
    private static final String LOADED = """
            select count(*), count(device.id), count(assigned.id), md5(string_agg(concat_ws(' ', number, activation_code, user_name,
                license.config_version, license.mdm_id, owner_id, device.config_version, assigned.agent), ',' order by number))
            from license left join device on device.id = license.device_id and device.mdm_id = license.mdm_id
                left join license_assignment assigned on assigned.license_id = license.id and assigned.device_id = device.id
            where license.distributor_id = ?""";
    private static final List<String> CLEANING = List.of(
            "delete from license_assignment where license_id in (select id from license where distributor_id = ?)",
            "delete from license where distributor_id = ?", "delete from device where distributor_id = ?");
    private static final List<String> BARE = List.of("license", "device", "license_assignment");
    private static final String VERSION = "1.0.24.0.800";
    private static final String THEN = "2026-01-01 00:00Z";

    private final LicenseLoading loading;
    private final LoadRunner runner;
    private final Floor floor;

    LoadMeasures(LicenseLoading loading, LoadRunner runner, Floor floor) {
        this.loading = loading;
        this.runner = runner;
        this.floor = floor;
    }

    private record NewRow(UUID id, UUID deviceId, UUID mdmId, long number) {

        String license() {
            // Five zeros at its end would look like a number that a spreadsheet has rounded.
            return "9%018d1".formatted(number);
        }

        String code() {
            return "%016d".formatted(number + 9_000_000_000_000_000L).replaceAll("(.{4})(?!$)", "$1-");
        }

        String agent() {
            return "Новый Агент " + number % 5000;
        }
    }

    /** What is copied, by table. */
    private record Rows(byte[] licenses, byte[] devices, byte[] assignments) {

        static Rows of(List<NewRow> rows, UUID distributor) {
            return new Rows(
                    csv(rows, row -> List.of(row.id, row.license(), row.code(), distributor, distributor, row.agent(), VERSION, row.mdmId,
                            row.deviceId, THEN)),
                    csv(rows, row -> List.of(row.deviceId, distributor, row.mdmId, VERSION, THEN)),
                    csv(rows, row -> List.of(row.id, row.deviceId, row.agent(), THEN)));
        }

        private static byte[] csv(List<NewRow> rows, Function<NewRow, List<Object>> row) {
            return rows.stream().map(row).map(cells -> cells.stream().map(Object::toString).collect(Collectors.joining(",", "", "\n")))
                    .collect(Collectors.joining()).getBytes(UTF_8);
        }
    }

    @Override
    public void measure(Cast cast, Sizes sizes, Race race) throws Exception {
        Random random = new Random(sizes.load());
        List<NewRow> rows = LongStream.rangeClosed(1, sizes.load()).mapToObj(i ->
                new NewRow(uuid(random), uuid(random), uuid(random), i * 7919 % 1_000_003_000L)).toList();
        byte[] file = rows.stream().map(row -> String.join(";", row.license(), row.code(), row.agent(), VERSION, row.mdmId.toString()))
                .collect(Collectors.joining("\n", "Лицензия;Код активации;Пользователь;Версия конфигурации;MDM ID\n", "\n")).getBytes(UTF_8);
        Rows copied = Rows.of(rows, cast.loading().id().value());
        for (String table : BARE) {
            floor.run("drop table if exists bare_" + table);
            floor.run("create table bare_%1$s (like %1$s including generated including defaults including identity)".formatted(table));
        }

        load(cast, file);
        List<String> ours = loaded(cast);
        clean(cast);
        copy(copied);
        race.compare("load", ours, loaded(cast));
        clean(cast);
        race.run(List.of("load of %,d rows".formatted(sizes.load())), "ms", () -> thenClean(cast, () -> load(cast, file)), Map.of(
                " ÷ COPY into the indexed tables", () -> thenClean(cast, () -> copy(copied)),
                " ÷ COPY into bare tables", () -> thenClean(cast, () -> copyBare(copied))));
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** With the steps of the durable task that loads. */
    private void load(Cast cast, byte[] file) {
        LoadId id = loading.check(MappedTable.recognize(Tables.only(Tables.file(file, TableLimits.LARGE)), LicenseColumn.class), cast.sales());
        loading.start(id, cast.loading().id(), cast.sales());
        runner.run(id);
    }

    /** A trigger writes the assignments. */
    private void copy(Rows rows) throws Exception {
        floor.run("begin");
        floor.copy(DEVICE.formatted("device"), rows.devices);
        floor.copy(LICENSE.formatted("license"), rows.licenses);
        floor.run("commit");
    }

    private void copyBare(Rows rows) throws Exception {
        floor.run("begin");
        floor.copy(DEVICE.formatted("bare_device"), rows.devices);
        floor.copy(LICENSE.formatted("bare_license"), rows.licenses);
        floor.copy(ASSIGNMENT.formatted("bare_license_assignment"), rows.assignments);
        floor.run("commit");
    }

    private List<String> loaded(Cast cast) throws SQLException {
        return floor.rows(LOADED, cast.loading().id().value());
    }

    private double[] thenClean(Cast cast, Contender.Step step) throws Exception {
        double[] millis = {Contender.millis(step)};
        clean(cast);
        return millis;
    }

    private void clean(Cast cast) throws SQLException {
        floor.run("begin");
        // Without looking for whatever refers to each device: nothing does.
        floor.run("set local session_replication_role = replica");
        for (String sql : CLEANING) {
            floor.update(sql, cast.loading().id().value());
        }
        floor.run("commit");
        for (String table : BARE) {
            floor.run("truncate bare_" + table);
        }
        floor.run("vacuum license, device, license_assignment");
    }
}
