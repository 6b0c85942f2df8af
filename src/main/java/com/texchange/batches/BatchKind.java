package com.texchange.batches;

/** What is done with each row of a batch. */
public enum BatchKind {
    INVITE, RESEND, REMIND, REVOKE
}
