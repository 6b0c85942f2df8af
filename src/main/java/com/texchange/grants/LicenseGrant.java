package com.texchange.grants;

import com.texchange.common.CompanyId;
import com.texchange.common.GrantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A grant as {@link GrantRows} keeps it, while nobody has closed it.
 *
 * @param over    whether its end has come
 * @param changes how often it was changed since it was given
 */
record LicenseGrant(GrantId id, CompanyId supplierId, CompanyId distributorId, List<String> acts, @Nullable Instant endsAt,
        boolean over, @Nullable String reason, @Nullable String giver, Instant givenAt, @Nullable Instant lastUsedAt,
        int changes) {

    /** By the names that the database keeps. */
    static Set<GrantedAct> acts(Collection<String> names) {
        return names.stream().map(GrantedAct::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static String[] names(Set<GrantedAct> acts) {
        return Arrays.stream(GrantedAct.values()).filter(acts::contains).map(GrantedAct::name).toArray(String[]::new);
    }

    Set<GrantedAct> granted() {
        return acts(acts);
    }

    /** Whether these terms would change nothing. */
    boolean says(Set<GrantedAct> others, @Nullable Instant end, @Nullable String why) {
        return granted().equals(others) && Objects.equals(endsAt, end) && Objects.equals(reason, why);
    }

    /** Whether it allows all that, for at least as long. */
    boolean covers(Set<GrantedAct> others, @Nullable Instant end) {
        return granted().containsAll(others) && (endsAt == null || end != null && !end.isAfter(endsAt));
    }

    /** @param namesGiver whether the reader may know the person */
    GrantInfo info(boolean namesGiver) {
        return new GrantInfo(granted(), endsAt, reason, namesGiver ? giver : null, givenAt, lastUsedAt, version());
    }

    GrantVersion version() {
        return new GrantVersion(id, changes);
    }

    boolean isAt(GrantVersion seen) {
        return id.equals(seen.grant()) && changes == seen.changes();
    }
}
