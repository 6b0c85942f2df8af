package com.texchange.licenses;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.LoadId;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.tables.TableLimits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The loads of licenses, without their rows. */
@Repository
@Transactional
class LoadStore {

    /** A crash of the database takes the rows of any load, also of one that is finished. */
    private static final String LOAD = """
            select load.*, distributor.name as distributor, checker.name as checked_by, starter.name as started_by
            from (select id, state, row_count, last_line, done_line, loaded, distributor_id, checked_at, started_at,
                    finished_at, checked_by as checker_id, started_by as starter_id,
                    kept and (state = 'READING' or exists (select from license_staged staged where staged.load_id = license_load.id)) as kept
                from license_load) load
                left join partners_company distributor on distributor.id = load.distributor_id
                join accounts_person checker on checker.id = load.checker_id
                left join accounts_person starter on starter.id = load.starter_id
            """;

    private final JdbcClient jdbc;

    LoadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a load that is under way needs. */
    record Work(LicenseLoad.State state, @Nullable CompanyId distributorId, int lastLine, int doneLine) {

        CompanyId distributor() {
            if (distributorId == null) {
                throw new IllegalStateException("a load without a distributor");
            }
            return distributorId;
        }
    }

    void insert(LoadId id, @Nullable CompanyId distributor, AccountId person, Instant now) {
        jdbc.sql("""
                insert into license_load (id, state, distributor_id, checked_by, checked_at)
                values (:id, 'READING', :distributor, :person, :now)""")
                .param("id", id).param("distributor", distributor).param("person", person).param("now", now).update();
    }

    void checked(LoadId id, int rows, int lastLine) {
        jdbc.sql("update license_load set state = 'CHECKED', row_count = :rows, last_line = :lastLine where id = :id")
                .param("id", id).param("rows", rows).param("lastLine", lastLine).update();
    }

    void choose(LoadId id, CompanyId distributor) {
        jdbc.sql("update license_load set distributor_id = :distributor where id = :id")
                .param("id", id).param("distributor", distributor).update();
    }

    void start(LoadId id, AccountId person, Instant now) {
        jdbc.sql("update license_load set state = 'LOADING', started_by = :person, started_at = :now where id = :id")
                .param("id", id).param("person", person).param("now", now).update();
    }

    void progress(LoadId id, int doneLine, int loaded) {
        jdbc.sql("update license_load set done_line = :line, loaded = loaded + :loaded where id = :id")
                .param("id", id).param("line", doneLine).param("loaded", loaded).update();
    }

    void finish(LoadId id, LicenseLoad.State state, Instant now) {
        jdbc.sql("update license_load set state = :state, finished_at = :now where id = :id")
                .param("id", id).param("state", state).param("now", now).update();
    }

    /** Its rows are gone. */
    void forgotten(LoadId id) {
        jdbc.sql("update license_load set kept = false where id = :id").param("id", id).update();
    }

    void delete(LoadId id) {
        jdbc.sql("delete from license_load where id = :id").param("id", id).update();
    }

    /** @return whether it was there and nobody had started it */
    boolean deleteUnstarted(LoadId id) {
        return jdbc.sql("delete from license_load where id = :id and started_at is null").param("id", id).update() > 0;
    }

    /** Locked until the end of the transaction. */
    Optional<Work> lock(LoadId id) {
        return jdbc.sql("select state, distributor_id, last_line, done_line from license_load where id = :id for update")
                .param("id", id).query(Work.class).optional();
    }

    Optional<Work> work(LoadId id) {
        return jdbc.sql("select state, distributor_id, last_line, done_line from license_load where id = :id")
                .param("id", id).query(Work.class).optional();
    }

    Optional<LicenseLoad> find(LoadId id) {
        return jdbc.sql(LOAD + "where load.id = :id").param("id", id).query(LicenseLoad.class).optional();
    }

    /** Those that somebody has started, and those with a page of their own, the latest first. */
    List<LicenseLoad> latest(int limit) {
        return jdbc.sql(LOAD + """
                where load.started_at is not null or load.state = 'READING' or load.row_count > :few
                order by load.checked_at desc, load.id limit :limit""")
                .param("few", TableLimits.USUAL.rows()).param("limit", limit).query(LicenseLoad.class).list();
    }

    /**
     * Those with rows that nobody needs any more: of what was loaded, so long after that; else, after the check.
     *
     * @param readingSince what has been read for longer is read no more: its instance was stopped
     */
    List<LoadId> older(Instant than, Instant readingSince, int limit) {
        return jdbc.sql("""
                select id from license_load
                where kept and (state <> 'LOADING' and coalesce(finished_at, checked_at) < :than or state = 'READING' and checked_at < :reading)
                order by checked_at limit :limit""")
                .param("than", than).param("reading", readingSince).param("limit", limit)
                .query((row, number) -> new LoadId(row.getObject("id", UUID.class))).list();
    }

    /** Counts the rows by their verdicts. */
    void count(LoadId id) {
        jdbc.sql("delete from license_load_tally where load_id = :id").param("id", id).update();
        jdbc.sql("""
                insert into license_load_tally (load_id, verdict, fault, fault_column, row_count)
                select load_id, verdict, fault, fault_column, count(*) from license_staged where load_id = :id
                group by load_id, verdict, fault, fault_column""").param("id", id).update();
    }

    LoadTally tally(LoadId id) {
        return LoadTally.of(jdbc.sql("select verdict, fault, fault_column, row_count from license_load_tally where load_id = :id")
                .param("id", id)
                .query((row, number) -> new LoadTally.Entry(Verdict.valueOf(row.getString("verdict")), StagedLicenses.fault(row),
                        row.getInt("row_count"))).list());
    }
}
