package com.texchange.onboarding;

/**
 * What can happen in an onboarding. An entry's arguments are named here in their order; the story tells them.
 */
public enum ActivityKind {
    /** By a person of the supplier. */
    INVITED, RESENT, REMINDED, REVOKED,
    /** By a person of the supplier; arguments: the address before, the address now. */
    ADDRESS_CHANGED,
    /** By the invitee; arguments: company. */
    REGISTRATION_REQUESTED, FOLLOWED, ACCEPTED, DECLINED,
    /** By the sales department; arguments: company, what the registration has come to. Entries of earlier versions have no second. */
    ACCOUNT_OPENED,
    /** A new person of a company that was known, by one of its people; arguments: company. */
    COLLEAGUE_CONFIRMED,
    /** The same by a person of the sales department; arguments: company, what was checked. */
    COLLEAGUE_CHECKED,
    /**
     * By the distributor, who allows the supplier to manage licenses, otherwise or no more; arguments: the acts, parted by
     * blanks, the end or an empty text, the reason or an empty text. Entries of earlier versions have none: all acts.
     */
    DELEGATED, DELEGATION_CHANGED, DELEGATION_WITHDRAWN, DELEGATION_REFUSED,
    /** The same by the supplier, who asks for it or takes that back. */
    DELEGATION_ASKED, DELEGATION_ASK_WITHDRAWN,
    /** The same by time. */
    DELEGATION_ENDED,
    /** As FOLLOWED, by a person whose address is not the invited one; arguments: company. */
    TAKEN_OVER,
    /** The company has another partnership with this supplier; arguments: company, the other one's code. */
    JOINED,
    /** By the sales department; arguments: reason. */
    REJECTED,
    /** Steps of the process; arguments: counts, codes. */
    PARTNERSHIP_ESTABLISHED, LICENSES_ORDERED, CONNECTED, EXPIRED,
    /** The distributor's task was done past the application, as in Tasklist: nobody here did it; arguments: company. */
    ACCEPTED_ELSEWHERE, DECLINED_ELSEWHERE
}
