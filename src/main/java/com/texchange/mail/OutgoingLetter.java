package com.texchange.mail;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A queued letter as it goes to the mail server.
 *
 * @param html      as it is kept, without its secrets, if those are beside it; so is {@code plain}
 * @param language  null for one that was queued before letters kept theirs
 * @param replyTo   who gets the answers; null if nobody
 * @param replyName that person's
 * @param htmlSecrets null for a letter of an earlier version, which has them in its text; so is {@code plainSecrets}
 */
record OutgoingLetter(UUID id, String template, @Nullable UUID reference, EmailAddress recipient, String subject,
        String html, String plain, int attempts, Instant queuedAt, @Nullable String language,
        @Nullable EmailAddress replyTo, @Nullable String replyName, @Nullable String htmlSecrets, @Nullable String plainSecrets) {

    /** What there is to tell to whoever follows it: nothing of one that belongs to nothing. */
    Optional<DeliveriesChanged.Change> changed(Delivery.State state) {
        return Optional.ofNullable(reference).map(whose -> new DeliveriesChanged.Change(whose, id, state));
    }

    boolean isSealed() {
        return htmlSecrets != null && plainSecrets != null;
    }

    Locale locale() {
        return language == null ? Languages.RUSSIAN : Languages.closest(List.of(Locale.of(language)));
    }
}
