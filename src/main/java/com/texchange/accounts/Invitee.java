package com.texchange.accounts;

/** Whom a form invites: a colleague, or one of the operator's people. */
public interface Invitee {

    String name();

    String email();
}
