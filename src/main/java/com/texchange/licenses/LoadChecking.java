package com.texchange.licenses;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.LoadId;
import com.texchange.tables.MappedTable;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a table into a load and gives each of its rows a verdict. */
@Component
class LoadChecking {

    /** With fewer rows the planner needs to know nothing of them. */
    private static final int MANY = 5_000;

    private final LoadStore loads;
    private final StagedLicenses rows;
    private final StagedVerdicts verdicts;
    private final TransactionTemplate transaction;
    private final ChangeFeed feed;
    private final Clock clock;
    private final AuditTrail audit;

    LoadChecking(LoadStore loads, StagedLicenses rows, StagedVerdicts verdicts, TransactionTemplate transaction, ChangeFeed feed,
            Clock clock, AuditTrail audit) {
        this.loads = loads;
        this.rows = rows;
        this.verdicts = verdicts;
        this.transaction = transaction;
        this.feed = feed;
        this.clock = clock;
        this.audit = audit;
    }

    /** @param distributor null where none is chosen yet */
    LoadId begin(@Nullable CompanyId distributor, AccountId person) {
        LoadId id = LoadId.random();
        loads.insert(id, distributor, person, clock.instant());
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void recordStart(LoadId id, CompanyId distributor, Actor actor) {
        audit.record(Audited.of(AuditKind.LICENSES_LOADING, actor).about(AuditSubject.of(AuditSubject.Type.LOAD, id.value(), ""))
                .concerning(distributor));
    }

    /** In steps of their own: how many rows there are must be known before they are compared. Nothing is left if one fails. */
    void read(LoadId id, MappedTable<LicenseColumn> table) {
        boolean whole = false;
        try {
            StagedLicenses.Extent extent = rows.copy(id, table);
            if (extent.rows() >= MANY) {
                rows.analyze();
            }
            whole = Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<LoadStore.Work> load = loads.lock(id);
                if (load.isEmpty()) {
                    // It was forgotten meanwhile.
                    return false;
                }
                verdicts.judge(id);
                CompanyId distributor = load.get().distributorId();
                if (distributor != null) {
                    verdicts.judgeFor(id, distributor);
                }
                loads.count(id);
                loads.checked(id, extent.rows(), extent.lastLine());
                tell(id);
                return true;
            }));
        } finally {
            if (!whole) {
                discard(id);
                tell(id);
            }
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void choose(LoadId id, CompanyId distributor) {
        verdicts.judgeFor(id, distributor);
        loads.count(id);
        loads.choose(id, distributor);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean areOwnersNew(LoadId id) {
        return verdicts.areOwnersNew(id);
    }

    /** A load that nobody can start, and all of its rows. */
    private void discard(LoadId id) {
        removeRows(id);
        loads.delete(id);
    }

    /**
     * The same for one that can be started: nobody can do so from the first moment on.
     *
     * @return false if somebody has started it, or it is gone; then nothing is done
     */
    boolean discardUnstarted(LoadId id) {
        boolean unstarted = loads.deleteUnstarted(id);
        if (unstarted) {
            removeRows(id);
            tell(id);
        }
        return unstarted;
    }

    void removeRows(LoadId id) {
        boolean more;
        do {
            more = rows.deleteSome(id);
        } while (more);
    }

    /** Those of loads that are gone. */
    void removeLeftRows() {
        rows.loadsGone().forEach(this::removeRows);
    }

    private void tell(LoadId id) {
        feed.publish(new Change(Change.Topic.LOADS, id.toString()));
    }
}
