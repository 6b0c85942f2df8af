package com.texchange.registrations;

import com.texchange.common.Role;

/** As what somebody asks to be registered. */
public enum Applicant {
    DISTRIBUTOR(Role.DISTRIBUTOR), SUPPLIER(Role.SUPPLIER);

    private final Role role;

    Applicant(Role role) {
        this.role = role;
    }

    /** What the person holds once the account is open. */
    public Role role() {
        return role;
    }
}
