package com.texchange.common;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * The person on whose behalf a service acts; every service that a person reaches takes one and decides access by it.
 *
 * @param companyId the company that the person belongs to, or null for the operator's people
 */
public record Actor(AccountId id, String name, EmailAddress email, Set<Role> roles, @Nullable CompanyId companyId) {

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasOneOf(Set<Role> some) {
        return !Collections.disjoint(roles, some);
    }

    /** @throws AccessDeniedException if the person does not hold the role */
    public void require(Role role) {
        if (!has(role)) {
            throw new AccessDeniedException("needs role " + role);
        }
    }

    /**
     * The company for which the person acts in a role.
     *
     * @throws AccessDeniedException if the person does not hold the role or belongs to no company
     */
    public CompanyId companyAs(Role role) {
        require(role);
        if (companyId == null) {
            throw new AccessDeniedException("belongs to no company");
        }
        return companyId;
    }

    /** The names of the {@link CandidateGroup}s whose user tasks this person may see and do. */
    public Set<String> groups() {
        if (has(Role.SALES)) {
            return Set.of(CandidateGroup.SALES.name());
        }
        if (companyId == null) {
            return Set.of();
        }
        String administrators = CandidateGroup.administratorsOf(companyId).name();
        return has(Role.DISTRIBUTOR) ? Set.of(CandidateGroup.of(companyId).name(), administrators) : Set.of(administrators);
    }
}
