package com.texchange.onboarding;

import com.texchange.audit.AuditKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can happen in an onboarding. An entry's arguments are named here in their order; the story tells them.
 */
public enum ActivityKind {
    /** By a person of the supplier. */
    INVITED(AuditKind.INVITED), RESENT(AuditKind.RESENT), REMINDED(AuditKind.REMINDED), REVOKED(AuditKind.REVOKED),
    /** By a person of the supplier; arguments: the address before, the address now. */
    ADDRESS_CHANGED(AuditKind.INVITEE_ADDRESS_CHANGED),
    /** By the invitee; arguments: company. */
    REGISTRATION_REQUESTED(AuditKind.NEWCOMER_REQUESTED), FOLLOWED(AuditKind.FOLLOWED), ACCEPTED(AuditKind.ACCEPTED), DECLINED(AuditKind.DECLINED),
    /** By the sales department; arguments: company, what the registration has come to. Entries of earlier versions have no second. */
    ACCOUNT_OPENED(AuditKind.NEWCOMER_REGISTERED),
    /** A new person of a company that was known, by one of its people; arguments: company. */
    COLLEAGUE_CONFIRMED(AuditKind.COLLEAGUE_CONFIRMED),
    /** The same by a person of the sales department; arguments: company, what was checked. */
    COLLEAGUE_CHECKED(AuditKind.COLLEAGUE_CHECKED),
    /**
     * By the distributor, who allows the supplier to manage licenses, otherwise or no more; arguments: the acts, parted by
     * blanks, the end or an empty text, the reason or an empty text. Entries of earlier versions have none: all acts.
     */
    DELEGATED(null), DELEGATION_CHANGED(null), DELEGATION_WITHDRAWN(null), DELEGATION_REFUSED(null),
    /** The same by the supplier, who asks for it or takes that back. */
    DELEGATION_ASKED(null), DELEGATION_ASK_WITHDRAWN(null),
    /** The same by time. */
    DELEGATION_ENDED(null),
    /** As FOLLOWED, by a person whose address is not the invited one; arguments: company. */
    TAKEN_OVER(AuditKind.TAKEN_OVER),
    /** The company has another partnership with this supplier; arguments: company, the other one's code. */
    JOINED(AuditKind.JOINED),
    /** By the sales department; arguments: reason. */
    REJECTED(AuditKind.NEWCOMER_REJECTED),
    /** Steps of the process; arguments: counts, codes. */
    PARTNERSHIP_ESTABLISHED(AuditKind.PARTNERSHIP_ESTABLISHED), LICENSES_ORDERED(AuditKind.LICENSES_ORDERED), CONNECTED(AuditKind.LICENSES_CONNECTED), EXPIRED(AuditKind.EXPIRED),
    /** The distributor's task was done past the application, as in Tasklist: nobody here did it; arguments: company. */
    ACCEPTED_ELSEWHERE(AuditKind.ACCEPTED_ELSEWHERE), DECLINED_ELSEWHERE(AuditKind.DECLINED_ELSEWHERE);

    private final @Nullable AuditKind audited;

    ActivityKind(@Nullable AuditKind audited) {
        this.audited = audited;
    }

    /** As what it is recorded; empty for what is recorded where it is done, as grants are. */
    Optional<AuditKind> audited() {
        return Optional.ofNullable(audited);
    }

    /** Who has vouched for a person of the distributor is not. */
    boolean isSuppliersMatter() {
        return this != COLLEAGUE_CONFIRMED && this != COLLEAGUE_CHECKED;
    }

    /** Whom a letter was meant for first is not. */
    boolean isDistributorsMatter() {
        return this != ADDRESS_CHANGED;
    }
}
