package com.texchange.common;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * The person on whose behalf a service acts; every service that a person reaches takes one and decides access by it.
 *
 * @param companyId the company that the person belongs to, or null for the operator's people
 * @param position  what the person may do for the company; without meaning for the operator's people
 */
public record Actor(AccountId id, String name, EmailAddress email, Set<Role> roles, @Nullable CompanyId companyId,
        Position position) {

    /** Message key: why a reader is refused. */
    public static final String ONLY_READS = "common.refused.reader";
    /** Message key: why somebody is refused who does not administer the company. */
    public static final String ADMINISTRATORS_ONLY = "common.refused.administrator";

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

    /** Whether the person may do something for the own company, or is of the operator. */
    public boolean mayAct() {
        return companyId == null || position != Position.READER;
    }

    /** Whether the person decides about the own company's people, data and grants. */
    public boolean administers() {
        return companyId != null && position == Position.ADMINISTRATOR;
    }

    /**
     * The company for which the person does something in a role.
     *
     * @throws AccessDeniedException if the person does not hold the role or belongs to no company
     * @throws RefusedException      if the person only reads there
     */
    public CompanyId actingAs(Role role) {
        CompanyId company = companyAs(role);
        requireActing();
        return company;
    }

    /** @throws RefusedException if the person only reads for the own company */
    public void requireActing() {
        if (!mayAct()) {
            throw new RefusedException(ONLY_READS);
        }
    }

    /**
     * The company for which the person decides, in a role, about grants and the like.
     *
     * @throws AccessDeniedException if the person does not hold the role or belongs to no company
     * @throws RefusedException      if others administer it
     */
    public CompanyId administeringAs(Role role) {
        require(role);
        return administeredCompany();
    }

    /**
     * The company that the person administers.
     *
     * @throws AccessDeniedException if the person belongs to no company
     * @throws RefusedException      if others administer it
     */
    public CompanyId administeredCompany() {
        if (companyId == null) {
            throw new AccessDeniedException("belongs to no company");
        }
        if (!administers()) {
            throw new RefusedException(ADMINISTRATORS_ONLY);
        }
        return companyId;
    }

    /**
     * The company whose data and rights the person reads in a role.
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
        Set<String> groups = new HashSet<>();
        if (administers()) {
            groups.add(CandidateGroup.administratorsOf(companyId).name());
        }
        if (has(Role.DISTRIBUTOR) && mayAct()) {
            groups.add(CandidateGroup.of(companyId).name());
        }
        return groups;
    }
}
