package com.texchange.grants;

import com.texchange.accounts.FreshSignIn;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.GrantId;
import com.texchange.common.Moments;
import com.texchange.common.OutdatedException;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.grants.GrantChanged.Kind;
import com.texchange.partners.Partnerships;
import com.texchange.partners.TimeZones;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * What distributors allow suppliers to do with their licenses: one grant at a time for two companies. Whoever acts on
 * licenses asks the view {@code grants_grant} in the statement that acts, so that what has ended or was withdrawn counts no
 * more, and calls {@link #used}. What belongs to a supplier needs no grant, and none of it is touched here.
 */
@Service
@Validated
@Transactional
public class Grants {

    /** Each gift and each change writes to the people of both companies, and so does taking it back, which is never held up. */
    static final int MOST_A_DAY = 10;

    private final GrantRows rows;
    private final GrantEnds ends;
    private final GrantNews news;
    private final Partnerships partnerships;
    private final FreshSignIn fresh;
    private final TimeZones zones;
    private final Clock clock;

    Grants(GrantRows rows, GrantEnds ends, GrantNews news, Partnerships partnerships, FreshSignIn fresh, TimeZones zones, Clock clock) {
        this.rows = rows;
        this.ends = ends;
        this.news = news;
        this.partnerships = partnerships;
        this.fresh = fresh;
        this.zones = zones;
        this.clock = clock;
    }

    /** What the person's company, a distributor, allows a supplier. */
    @Transactional(readOnly = true)
    public Optional<GrantInfo> given(CompanyId supplier, Actor actor) {
        return inForce(supplier, actor.companyAs(Role.DISTRIBUTOR)).map(grant -> grant.info(true));
    }

    /** What a distributor allows the person's company, a supplier; without the person who gave it. */
    @Transactional(readOnly = true)
    public Optional<GrantInfo> received(CompanyId distributor, Actor actor) {
        return inForce(actor.companyAs(Role.SUPPLIER), distributor).map(grant -> grant.info(false));
    }

    /**
     * Allows a partner of the person's company all acts without an end, unless it is allowed something already.
     *
     * @return whether that is new
     * @throws RefusedException if the supplier is no partner, or was allowed something often enough today
     */
    public boolean giveAll(CompanyId supplier, Actor actor) {
        if (inForce(supplier, actor.administeringAs(Role.DISTRIBUTOR)).isPresent()) {
            return false;
        }
        try {
            return change(supplier, GrantVersion.NONE, GrantTerms.ALL, actor);
        } catch (OutdatedException givenMeanwhile) {
            // A colleague's terms, which came first, stay.
            return false;
        }
    }

    /**
     * Allows a partner of the person's company just that, instead of what it was allowed before.
     *
     * @param seen what that was, as the person has read it
     * @return whether that changes anything
     * @throws OutdatedException if something else is allowed by now
     * @throws RefusedException if the supplier is no partner, no act is allowed, the end is past or too far away, the supplier was
     *     allowed something often enough today, or the person has to show first who it is
     */
    public boolean change(CompanyId supplier, GrantVersion seen, @Valid GrantTerms terms, Actor actor) {
        CompanyId distributor = actor.administeringAs(Role.DISTRIBUTOR);
        fresh.require(actor);
        requirePartners(supplier, distributor);
        boolean changed = write(supplier, distributor, seen, terms.acts(), endOf(terms, distributor), terms.reason(), actor);
        // Under the grant's lock: of two clicks at once the second counts the first one.
        if (changed && rows.toldSince(supplier, distributor, Moments.startOfDay(clock.instant(), zones.of(distributor))) >= MOST_A_DAY) {
            throw new RefusedException("grants.changedOften", MOST_A_DAY);
        }
        return changed;
    }

    /**
     * Takes back what a partner was allowed, at once: whatever a colleague has made of it meanwhile, it is not allowed any more.
     *
     * @return whether there was something to take back
     */
    public boolean withdraw(CompanyId supplier, Actor actor) {
        Optional<LicenseGrant> grant = lockInForce(supplier, actor.administeringAs(Role.DISTRIBUTOR));
        grant.ifPresent(given -> {
            rows.withdraw(given.id(), actor.id());
            news.tell(given, Kind.WITHDRAWN, actor);
        });
        return grant.isPresent();
    }

    /** Notes that something was done under grants, in the transaction that does it: until its end, none is withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void used(Collection<GrantId> grants) {
        rows.used(grants);
    }

    void requirePartners(CompanyId supplier, CompanyId distributor) {
        if (partnerships.find(supplier, distributor).isEmpty()) {
            throw new RefusedException("grants.notPartner");
        }
    }

    @Nullable Instant endOf(GrantTerms terms, CompanyId distributor) {
        return terms.endsAt(clock.instant(), zones.of(distributor));
    }

    Optional<LicenseGrant> inForce(CompanyId supplier, CompanyId distributor) {
        return rows.find(supplier, distributor).filter(grant -> !grant.over());
    }

    /** One that is over is closed here, should nobody have done that yet. */
    private Optional<LicenseGrant> lockInForce(CompanyId supplier, CompanyId distributor) {
        Optional<LicenseGrant> open = rows.lock(supplier, distributor);
        open.filter(LicenseGrant::over).ifPresent(ends::end);
        return open.filter(grant -> !grant.over());
    }

    /**
     * @param seen what it is to be instead of; null for whatever there is
     * @param by   null if it was decided past the application
     */
    boolean write(CompanyId supplier, CompanyId distributor, @Nullable GrantVersion seen, Set<GrantedAct> acts, @Nullable Instant endsAt,
            @Nullable String reason, @Nullable Actor by) {
        boolean isNew = lockInForce(supplier, distributor).isEmpty()
                && rows.insert(supplier, distributor, acts, endsAt, reason, by == null ? null : by.id());
        LicenseGrant grant = rows.lock(supplier, distributor).orElseThrow();
        if (seen != null && (isNew ? seen.grant() != null : !grant.isAt(seen))) {
            throw new OutdatedException("grants.outdated");
        }
        if (isNew) {
            news.tell(grant, Kind.GIVEN, by);
        } else if (!grant.says(acts, endsAt, reason)) {
            rows.change(grant.id(), acts, endsAt, reason);
            news.tell(rows.find(supplier, distributor).orElseThrow(), Kind.CHANGED, by, grant);
        } else {
            return false;
        }
        return true;
    }
}
