package com.texchange.mail;

import com.texchange.common.EmailAddress;
import com.texchange.mail.Delivery.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of deliveries; tells of every change in the transaction that makes it. */
@Component
class DeliveryLog {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final KeptText kept;
    private final Clock clock;

    DeliveryLog(JdbcClient jdbc, ApplicationEventPublisher events, OperatorProperties operator, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.kept = new KeptText(operator.baseUrl().toString());
        this.clock = clock;
    }

    /** @return whether the letter is new; its text must be filled in then */
    boolean reserve(UUID id, Letter letter, String subject) {
        announce(letter.reference());
        Contact contact = letter.contact();
        boolean reserved = jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, reference, recipient, subject, html, plain, state,
                                           attempts, queued_at, next_attempt_at, language, reply_to, reply_name)
                values (:id, :key, :template, :reference, :recipient, :subject, '', '', 'QUEUED', 0, :now, :now, :language,
                        :replyTo, :replyName)
                on conflict (letter_key) do nothing
                """)
                .param("id", id).param("key", letter.key()).param("template", letter.template())
                .param("reference", letter.reference()).param("recipient", letter.to())
                .param("subject", subject).param("now", clock.instant()).param("language", letter.locale())
                .param("replyTo", contact == null ? null : contact.email())
                .param("replyName", contact == null ? null : contact.name())
                .update() == 1;
        if (reserved && letter.reference() != null) {
            events.publishEvent(new DeliveryChanged(letter.reference(), id, State.QUEUED));
        }
        return reserved;
    }

    void fill(UUID id, String html, String plain) {
        jdbc.sql("update mail_delivery set html = :html, plain = :plain where id = :id")
                .param("html", html).param("plain", plain).param("id", id)
                .update();
    }

    /** The letter, unless it is finished. */
    Optional<OutgoingLetter> findQueued(UUID id) {
        return jdbc.sql("""
                select id, template, reference, recipient, subject, html, plain, attempts, queued_at, language,
                    reply_to, reply_name
                from mail_delivery where id = :id and state = 'QUEUED'
                """)
                .param("id", id)
                .query(OutgoingLetter.class).optional();
    }

    @Transactional
    public void sent(OutgoingLetter letter) {
        finish(letter, State.SENT, null, null);
    }

    /** As {@link #sent}, without an event. */
    void sentUntold(OutgoingLetter letter) {
        record(letter, State.SENT, null, null);
    }

    @Transactional
    public void givenUp(OutgoingLetter letter, LetterNotSent failure) {
        finish(letter, State.FAILED, failure.problem().givenUp(), failure.reason());
    }

    @Transactional
    public void failedForNow(OutgoingLetter letter, LetterNotSent failure, Instant nextAttempt) {
        announce(letter.reference());
        int changed = jdbc.sql("""
                update mail_delivery
                set attempts = :attempts, problem = :problem, last_error = :error, next_attempt_at = :next
                where id = :id and state = 'QUEUED'
                """)
                .param("attempts", letter.attempts() + 1).param("problem", failure.problem())
                .param("error", failure.reason()).param("next", nextAttempt).param("id", letter.id())
                .update();
        tell(changed, letter, State.QUEUED);
    }

    List<Delivery> deliveriesOf(UUID reference) {
        return jdbc.sql("""
                select * from (
                    select id, template, recipient, state, attempts, problem, last_error, queued_at, next_attempt_at,
                           finished_at, coalesce(html, '') <> '' as readable
                    from mail_delivery where reference = :reference
                    order by queued_at desc, id desc
                    limit 500) latest
                order by queued_at, id
                """)
                .param("reference", reference)
                .query(Delivery.class).list();
    }

    void withdraw(UUID reference, EmailAddress recipient) {
        jdbc.sql("""
                update mail_delivery
                set state = 'WITHDRAWN', finished_at = :now, next_attempt_at = null, html = null, plain = null
                where reference = :reference and recipient = :recipient and state = 'QUEUED'
                """)
                .param("now", clock.instant()).param("reference", reference).param("recipient", recipient)
                .update();
    }

    private void finish(OutgoingLetter letter, State state, @Nullable DeliveryProblem problem, @Nullable String error) {
        announce(letter.reference());
        tell(record(letter, state, problem, error), letter, state);
    }

    /** The text, as long as it is kept; it has its secrets while the letter waits. */
    Optional<LetterCopy> copyOf(UUID id) {
        return jdbc.sql("select subject, html, plain from mail_delivery where id = :id and html <> '' and plain <> ''")
                .param("id", id)
                .query(LetterCopy.class).optional()
                .map(copy -> new LetterCopy(copy.subject(), kept.of(copy.html()), kept.of(copy.plain())));
    }

    /** @return how many texts are forgotten; fewer than {@code limit} when none is left */
    int forget(Instant finishedBefore, int limit) {
        return jdbc.sql("""
                update mail_delivery set html = null, plain = null where id in (
                    select id from mail_delivery
                    where html is not null and state <> 'QUEUED' and finished_at < :before
                    order by finished_at limit :limit)
                """)
                .param("before", finishedBefore).param("limit", limit)
                .update();
    }

    /** Blanks the secrets of the text in the same step; one that no story tells of is forgotten at once. */
    private int record(OutgoingLetter letter, State state, @Nullable DeliveryProblem problem, @Nullable String error) {
        boolean told = letter.reference() != null;
        return jdbc.sql("""
                update mail_delivery
                set state = :state, attempts = :attempts, problem = :problem, last_error = :error,
                    finished_at = :now, next_attempt_at = null, html = :html, plain = :plain
                where id = :id and state = 'QUEUED'
                """)
                .param("state", state).param("attempts", letter.attempts() + 1)
                .param("problem", problem).param("error", error)
                .param("html", told ? kept.of(letter.html()) : null).param("plain", told ? kept.of(letter.plain()) : null)
                .param("now", clock.instant()).param("id", letter.id())
                .update();
    }

    private void announce(@Nullable UUID reference) {
        if (reference != null) {
            events.publishEvent(new DeliveryChanging(reference));
        }
    }

    private void tell(int changed, OutgoingLetter letter, State state) {
        if (changed == 1 && letter.reference() != null) {
            events.publishEvent(letter.changed(state));
        }
    }
}
