package com.texchange.demo;

import java.time.Instant;
import java.util.List;

/**
 * A letter that the application has sent, as the demo mailbox shows it.
 *
 * @param id   tells it from the others while the mail server runs
 * @param html empty if the letter has no such part
 * @param text empty if the letter has no such part
 */
record DemoLetter(String id, String recipient, String subject, Instant receivedAt, String html, String text,
        List<String> links) {
}
