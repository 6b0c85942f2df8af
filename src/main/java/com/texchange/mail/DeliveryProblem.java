package com.texchange.mail;

/** Why a letter is not out yet or was given up, as far as the mail servers say it; for people who do not read SMTP. */
public enum DeliveryProblem {
    /** The address does not exist or is no address. */
    BAD_ADDRESS,
    MAILBOX_FULL,
    /** There is no connection to the mail server, or it does not accept the application; the operator has to act. */
    OWN_SERVER,
    /** The recipient's side refused it for good, or did not take it until it was given up. */
    REFUSED,
    /** The recipient's side could not take it just now. */
    BUSY;

    /** The same of a letter that is not tried again. */
    DeliveryProblem givenUp() {
        return this == BUSY ? REFUSED : this;
    }
}
