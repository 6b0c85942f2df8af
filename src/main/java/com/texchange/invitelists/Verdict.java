package com.texchange.invitelists;

import com.texchange.batches.Refusal;
import com.texchange.onboarding.KnownInvitee;

/** What the check says of a row. Only a valid one is invited, and a doubtful one that a person has confirmed. */
public enum Verdict {
    VALID,
    /** A cell cannot be relied on; the row's fault says why. */
    UNREADABLE,
    /** The address, or the tax ID, stands further up; the detail is that line. */
    REPEATED, TAX_ID_REPEATED,
    /** The company has an invitation under way, or is a partner, be it at another address; the detail is its code. */
    UNDER_WAY, PARTNER,
    OWN_ADDRESS, OPERATOR_ADDRESS, OWN_COMPANY,
    /** The tax ID is that of a company with the code in the detail: invited only if a person says that it is another one. */
    TAX_ID_KNOWN,
    /** Part of the domain, which is the detail, can be taken for another one: invited only if a person says so. */
    EMAIL_DOUBTFUL,
    /** Fields that cannot be taken. */
    NAME_MISSING, NAME_MALFORMED, EMAIL_MISSING, EMAIL_MALFORMED, TAX_ID_MALFORMED, CITY_MALFORMED,
    LANGUAGE_UNKNOWN;

    /** @throws IllegalArgumentException if inviting is refused for what has no verdict yet */
    static Verdict of(Refusal refusal) {
        return switch (refusal.key()) {
            case KnownInvitee.OWN_ADDRESS -> OWN_ADDRESS;
            case KnownInvitee.OPERATOR_ADDRESS -> OPERATOR_ADDRESS;
            case KnownInvitee.OWN_COMPANY -> OWN_COMPANY;
            case KnownInvitee.PARTNER -> PARTNER;
            case KnownInvitee.UNDER_WAY -> UNDER_WAY;
            case KnownInvitee.SAME_TAX_ID -> TAX_ID_KNOWN;
            default -> throw new IllegalArgumentException("no verdict for " + refusal.key());
        };
    }

    /** Message key, with the row's detail as argument. */
    public String key() {
        return "invitelists.verdict." + name();
    }
}
