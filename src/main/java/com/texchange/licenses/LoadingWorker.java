package com.texchange.licenses;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.LoadId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads staged rows, many in one transaction: the licenses and how far the load is are written together, so that it does not
 * matter where it breaks off or how often it is called.
 */
@Component
class LoadingWorker {

    private static final int LINES_AT_ONCE = 50_000;

    private final LoadStore loads;
    private final StagedLicenses rows;
    private final StagedVerdicts verdicts;
    private final MobileDevices devices;
    private final ApplicationEventPublisher events;
    private final LicenseNews news;
    private final Clock clock;
    private final AuditTrail audit;

    LoadingWorker(LoadStore loads, StagedLicenses rows, StagedVerdicts verdicts, MobileDevices devices, ApplicationEventPublisher events,
            LicenseNews news, Clock clock, AuditTrail audit) {
        this.loads = loads;
        this.rows = rows;
        this.verdicts = verdicts;
        this.devices = devices;
        this.events = events;
        this.news = news;
        this.clock = clock;
        this.audit = audit;
    }

    /** The devices of the next rows, before these, so that those who wait to add others wait shortly. */
    @Transactional
    public void addDevices(LoadId id) {
        loads.work(id).filter(work -> work.state() == LicenseLoad.State.LOADING).ifPresent(work -> {
            devices.lockAll();
            rows.addDevices(id, work.distributor(), work.doneLine(), upTo(work), clock.instant());
        });
    }

    /**
     * The next rows.
     *
     * @return whether more may be left to do
     */
    @Transactional
    public boolean step(LoadId id) {
        Optional<LoadStore.Work> locked = loads.lock(id).filter(work -> work.state() == LicenseLoad.State.LOADING);
        if (locked.isEmpty()) {
            return false;
        }
        LoadStore.Work work = locked.get();
        news.loading(id);
        if (work.doneLine() < work.lastLine() && !rows.exist(id)) {
            loads.finish(id, LicenseLoad.State.LOST, clock.instant());
            recordLoaded(id, work);
            news.changed(work.distributor());
            return false;
        }
        int upTo = upTo(work);
        loads.progress(id, upTo, rows.load(id, work.distributor(), work.doneLine(), upTo, clock.instant()));
        verdicts.judgeKnown(id, work.distributor(), work.doneLine(), upTo);
        if (upTo < work.lastLine()) {
            return true;
        }
        loads.count(id);
        loads.finish(id, LicenseLoad.State.LOADED, clock.instant());
        recordLoaded(id, work);
        rows.owners(id, work.distributor()).forEach(owner -> events.publishEvent(new LicensesLoaded(owner, work.distributor())));
        news.changed(work.distributor());
        return false;
    }

    /** Also of one that has lost its rows: what it had loaded before stays. */
    private void recordLoaded(LoadId id, LoadStore.Work work) {
        audit.record(Audited.of(AuditKind.LICENSES_LOADED, null).about(AuditSubject.of(AuditSubject.Type.LOAD, id.value(), ""))
                .concerning(work.distributor()).values(null, loads.find(id).orElseThrow().loaded()));
    }

    private static int upTo(LoadStore.Work work) {
        return Math.min(work.lastLine(), work.doneLine() + LINES_AT_ONCE);
    }
}
