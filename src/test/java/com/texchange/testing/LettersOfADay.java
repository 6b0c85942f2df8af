package com.texchange.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters to an address as limits count them by the day. Whose midnight that day begins at, the tests need not care: what they have
 * written before it would else be another day's behind it.
 */
public final class LettersOfADay {

    private LettersOfADay() {
    }

    /** Those that a test has written so far are of today, be it that the day has turned meanwhile or is about to. */
    public static void today(String recipient, JdbcClient jdbc) {
        jdbc.sql("update mail_delivery set queued_at = queued_at + interval '1 hour' where recipient = ?").param(recipient).update();
    }

    /** They are of another day, also those that were {@link #today}'s. */
    public static void another(String recipient, JdbcClient jdbc) {
        jdbc.sql("update mail_delivery set queued_at = queued_at - interval '2 days' where recipient = ?").param(recipient).update();
    }
}
