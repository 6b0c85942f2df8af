package com.texchange.mail;

import com.texchange.common.EmailAddress;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A queued letter as it goes to the mail server. */
record OutgoingLetter(UUID id, String template, @Nullable UUID reference, EmailAddress recipient, String subject,
        String html, String plain, int attempts, Instant queuedAt) {

    DeliveryChanged changed(Delivery.State state) {
        return new DeliveryChanged(Objects.requireNonNull(reference), id, state);
    }
}
