package com.texchange.overview;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.common.SearchWords;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes searches of what a person may see, and counts what they find. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OnboardingSearches {

    private final JdbcClient jdbc;
    private final Clock clock;

    OnboardingSearches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the person may see of what the filter asks for: a supplier its own, a process manager all. */
    OnboardingSearch of(OnboardingFilter filter, Actor actor) {
        return of(filter, actor, null);
    }

    /** @param known the suppliers in whose names words are, if that was asked before; those of other words are not taken */
    OnboardingSearch of(OnboardingFilter filter, Actor actor, @Nullable NamedSuppliers known) {
        if (actor.has(Role.PROCESS_MANAGER)) {
            SearchWords words = filter.words();
            NamedSuppliers named = known != null && known.words().equals(words) ? known : NamedSuppliers.by(words, jdbc);
            return new OnboardingSearch(null, filter, clock.instant(), named);
        }
        if (!actor.has(Role.SUPPLIER)) {
            throw new AccessDeniedException("onboardings are for suppliers and process managers");
        }
        return ofOwn(filter, actor);
    }

    /** A supplier's own, also for a person who is a process manager too. Its own name says nothing about them. */
    OnboardingSearch ofOwn(OnboardingFilter filter, Actor actor) {
        return new OnboardingSearch(actor.companyAs(Role.SUPPLIER), filter, clock.instant(), NamedSuppliers.NONE);
    }

    int count(OnboardingSearch search) {
        return jdbc.sql(search.count()).params(search.parameters()).query(Integer.class).single();
    }

    /**
     * Whether it costs less to find all that match than to go through the list until the page is full: where {@code count} of {@code all} match,
     * each row of the page comes once in {@code all / count}. Filters besides would have to be looked at for more than match in the end.
     *
     * @param passed rows of the list up to the page's end
     * @param count  of all that match; {@link Integer#MAX_VALUE} if that is not known
     */
    boolean isFoundFirst(OnboardingSearch search, int passed, int count) {
        if (!search.isOnlySearched() || count == Integer.MAX_VALUE) {
            return false;
        }
        if (count <= passed) {
            return true;
        }
        double atLeast = (double) count * count / passed;
        return atLeast < ofAllSuppliers() && (search.supplier() == null || isLonger(search.whole(), atLeast));
    }

    private boolean isLonger(OnboardingSearch whole, double atLeast) {
        return jdbc.sql(whole.isLonger()).params(whole.parameters()).param("atLeast", atLeast).query(Boolean.class).single();
    }

    /** As PostgreSQL has them in mind, about. */
    private long ofAllSuppliers() {
        return jdbc.sql("select reltuples::bigint from pg_class where oid = 'onboarding'::regclass").query(Long.class).single();
    }
}
