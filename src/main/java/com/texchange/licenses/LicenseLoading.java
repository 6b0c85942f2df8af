package com.texchange.licenses;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.LoadId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.MappedTable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sales department loads a distributor's licenses from a table: first looks what it holds, then loads. Everybody of the
 * department sees all loads.
 */
@Service
public class LicenseLoading {

    private static final Logger LOG = LoggerFactory.getLogger(LicenseLoading.class);
    private static final int READ_AT_ONCE = 1_000;
    private static final int LATEST = 10;

    private final LoadChecking checking;
    private final LoadStore loads;
    private final StagedLicenses rows;
    private final Companies companies;
    private final SchedulerClient scheduler;
    private final com.github.kagkarlsson.scheduler.Clock schedulerClock;
    private final Clock clock;
    private final JdbcClient jdbc;

    LicenseLoading(LoadChecking checking, LoadStore loads, StagedLicenses rows, Companies companies, SchedulerClient scheduler,
            com.github.kagkarlsson.scheduler.Clock schedulerClock, Clock clock, JdbcClient jdbc) {
        this.checking = checking;
        this.loads = loads;
        this.rows = rows;
        this.companies = companies;
        this.scheduler = scheduler;
        this.schedulerClock = schedulerClock;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Distributors in whose name or tax id all words are, by name. */
    public List<CompanyInfo> distributors(String words, int offset, int limit, Actor actor) {
        actor.require(Role.SALES);
        return companies.distributors(words, offset, limit);
    }

    /** The license with that number or activation code, however it is written: with dashes, spaces or neither. */
    public Optional<LicenseId> find(String numberOrCode, Actor actor) {
        actor.require(Role.SALES);
        String digits = numberOrCode.replaceAll("[^0-9]", "");
        return jdbc.sql("select id from license where number = :digits or activation_code = :code limit 1")
                .param("digits", digits)
                .param("code", digits.replaceFirst("^([0-9]{4})([0-9]{4})([0-9]{4})([0-9]{4})$", "$1-$2-$3-$4"))
                .query(UUID.class).optional().map(LicenseId::new);
    }

    /**
     * Reads a table and says what loading would do with each row.
     *
     * @throws RefusedException if the table lacks a column, has no rows or cannot be read
     */
    public LoadId check(MappedTable<LicenseColumn> table, Actor actor) {
        LoadId id = begin(table, null, actor);
        checking.read(id, table);
        return id;
    }

    /**
     * As {@link #check}, while the person may do something else: {@link #find} tells of it, and tells nothing any more if the
     * table cannot be read to its end.
     *
     * @param distributor as {@link #choose} has it; null where none is chosen yet
     * @throws RefusedException if the table has no rows, or the company is no distributor
     */
    public LoadId checkAside(MappedTable<LicenseColumn> table, @Nullable CompanyId distributor, Actor actor) {
        actor.require(Role.SALES);
        if (distributor != null) {
            requireDistributor(distributor);
        }
        LoadId id = begin(table, distributor, actor);
        Thread.ofVirtual().name("reading-licenses").uncaughtExceptionHandler((thread, e) -> LOG.warn("Load {} cannot be read", id, e))
                .start(() -> checking.read(id, table));
        return id;
    }

    private LoadId begin(MappedTable<LicenseColumn> table, @Nullable CompanyId distributor, Actor actor) {
        actor.require(Role.SALES);
        table.requireRows();
        return checking.begin(distributor, actor.id());
    }

    /**
     * Says what loading would do for that distributor.
     *
     * @throws RefusedException if the company is no distributor, or the load is under way or gone
     */
    @Transactional
    public void choose(LoadId id, CompanyId distributor, Actor actor) {
        actor.require(Role.SALES);
        requireDistributor(distributor);
        LicenseLoad.State state = loads.lock(id).orElseThrow(() -> new RefusedException("licenses.load.gone")).state();
        if (state != LicenseLoad.State.CHECKED) {
            throw new RefusedException("licenses.load.begun");
        }
        checking.choose(id, distributor);
    }

    /**
     * Says it anew for the distributor that is chosen, where an owner who was not known is registered by now. Without effect for a load that
     * nobody can start.
     */
    @Transactional
    public void judgeAnew(LoadId id, Actor actor) {
        actor.require(Role.SALES);
        // Asked first: judging goes through all rows, and who opens a page waits for it.
        if (checking.areOwnersNew(id)) {
            loads.lock(id).filter(load -> load.state() == LicenseLoad.State.CHECKED)
                    .flatMap(load -> Optional.ofNullable(load.distributorId()))
                    .ifPresent(distributor -> checking.choose(id, distributor));
        }
    }

    private void requireDistributor(CompanyId company) {
        if (!companies.get(company).distributor()) {
            throw new RefusedException("licenses.load.noDistributor");
        }
    }

    /** For which distributor a load is; none until one is chosen. */
    public Optional<CompanyInfo> chosen(LoadId id, Actor actor) {
        actor.require(Role.SALES);
        return loads.work(id).flatMap(load -> Optional.ofNullable(load.distributorId())).map(companies::get);
    }

    /**
     * Loads the valid rows for a distributor, as soon as the transaction is over and however often the application is stopped
     * meanwhile. {@link #find} tells how far it is.
     *
     * @throws RefusedException as {@link #choose}
     */
    @Transactional
    public void start(LoadId id, CompanyId distributor, Actor actor) {
        choose(id, distributor, actor);
        loads.start(id, actor.id(), clock.instant());
        checking.recordStart(id, distributor, actor);
        scheduler.scheduleIfNotExists(LoadingTask.of(id), schedulerClock.now());
    }

    /** Forgets a load that nobody has started; without effect for another. */
    public void discard(LoadId id, Actor actor) {
        actor.require(Role.SALES);
        checking.discardUnstarted(id);
    }

    public Optional<LicenseLoad> find(LoadId id, Actor actor) {
        actor.require(Role.SALES);
        return loads.find(id);
    }

    public LoadTally tally(LoadId id, Actor actor) {
        actor.require(Role.SALES);
        return loads.tally(id);
    }

    /** The latest loads that are being read or that somebody has started, and long tables that wait for somebody to start them. */
    public List<LicenseLoad> latest(Actor actor) {
        actor.require(Role.SALES);
        return loads.latest(LATEST);
    }

    /** Its rows, those first that will not be loaded; of one verdict, or of all for null. */
    public List<SheetRow> rows(LoadId id, @Nullable Verdict verdict, int offset, int limit, Actor actor) {
        actor.require(Role.SALES);
        return rows.page(id, verdict, offset, limit);
    }

    /** Hands on every row that will not be loaded, by their lines, without holding many at a time. */
    public void eachRejected(LoadId id, Actor actor, Consumer<SheetRow> reader) {
        actor.require(Role.SALES);
        List<SheetRow> rejected = rows.rejected(id, 0, READ_AT_ONCE);
        while (!rejected.isEmpty()) {
            rejected.forEach(reader);
            rejected = rows.rejected(id, rejected.getLast().line(), READ_AT_ONCE);
        }
    }
}
