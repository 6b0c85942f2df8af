package com.texchange.mail;

import com.texchange.common.EmailAddress;
import com.texchange.common.LastStatement;
import com.texchange.mail.DeliveriesChanged.Change;
import com.texchange.mail.Delivery.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of deliveries; tells of every change in the transaction that makes it. */
@Component
class DeliveryLog {

    private static final String RESULTS = """
            update mail_delivery set state = result.state, attempts = result.attempts, problem = result.problem,
                last_error = result.error, next_attempt_at = result.next, taken_until = null,
                finished_at = case when result.state <> 'QUEUED' then cast(:now as timestamptz) end,
                html = case when result.same then mail_delivery.html else result.html end,
                plain = case when result.same then mail_delivery.plain else result.plain end,
                html_secrets = case when result.state = 'QUEUED' then mail_delivery.html_secrets end,
                plain_secrets = case when result.state = 'QUEUED' then mail_delivery.plain_secrets end
            from unnest(:ids::uuid[], :states::text[], :attempts::int[], :problems::text[], :errors::text[],
                    :nexts::timestamptz[], :same::boolean[], :htmls::text[], :plains::text[])
                as result (id, state, attempts, problem, error, next, same, html, plain)
            where mail_delivery.id = result.id
                and (mail_delivery.state = 'QUEUED' or mail_delivery.state = 'WITHDRAWN' and result.state = 'SENT')
            returning mail_delivery.id""";

    private static final LastStatement.Part<Map<String, @Nullable Object>> FILLED = LastStatement.json("letters_filled", """
            update mail_delivery set html = filled.page, plain = filled.text, html_secrets = filled.links, plain_secrets = filled.addresses
            from json_to_recordset(cast(:letters_filled as json)) as filled (id uuid, page text, text text, links text, addresses text)
            where mail_delivery.id = filled.id
            """);

    private final JdbcClient jdbc;
    private final LastStatement last;
    private final ApplicationEventPublisher events;
    private final KeptText kept;
    private final Clock clock;

    DeliveryLog(JdbcClient jdbc, LastStatement last, ApplicationEventPublisher events, OperatorProperties operator, Clock clock) {
        this.jdbc = jdbc;
        this.last = last;
        this.events = events;
        this.kept = new KeptText(operator.baseUrl().toString());
        this.clock = clock;
    }

    /**
     * @param text null if it is filled in once the letter has turned out to be new
     * @return whether it is new
     */
    boolean queue(UUID id, Letter letter, String subject, LetterRenderer.@Nullable LetterText text) {
        UUID reference = letter.reference();
        announce(reference == null ? Set.of() : Set.of(reference));
        Contact contact = letter.contact();
        KeptText.Sealed page = kept.seal(text == null ? "" : text.html());
        KeptText.Sealed plain = kept.seal(text == null ? "" : text.plain());
        boolean isNew = jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, reference, recipient, subject, html, plain, html_secrets,
                                           plain_secrets, state, attempts, queued_at, next_attempt_at, language, reply_to,
                                           reply_name, by_task)
                values (:id, :key, :template, :reference, :recipient, :subject, :html, :plain, :htmlSecrets, :plainSecrets,
                        'QUEUED', 0, :now, now(), :language, :replyTo, :replyName, false)
                on conflict (letter_key) do nothing
                """)
                .param("id", id).param("key", letter.key()).param("template", letter.template())
                .param("reference", reference).param("recipient", letter.to())
                .param("subject", subject).param("now", clock.instant()).param("language", letter.locale())
                .param("html", page.text()).param("plain", plain.text())
                .param("htmlSecrets", text == null ? null : page.secrets())
                .param("plainSecrets", text == null ? null : plain.secrets())
                .param("replyTo", contact == null ? null : contact.email())
                .param("replyName", contact == null ? null : contact.name())
                .update() == 1;
        if (isNew && reference != null) {
            tell(List.of(new Change(reference, id, State.QUEUED)));
        }
        return isNew;
    }

    void fill(UUID id, String html, String plain) {
        KeptText.Sealed page = kept.seal(html);
        KeptText.Sealed text = kept.seal(plain);
        last.add(FILLED, Map.of("id", id, "page", page.text(), "text", text.text(), "links", page.secrets(), "addresses", text.secrets()));
    }

    /** Notes what came of several letters, as if each were alone; of one that was called back meanwhile only that it is out all the same. */
    @Transactional
    public void record(List<Attempt> attempts) {
        announce(attempts.stream().map(attempt -> attempt.letter().reference()).filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<UUID> changed = write(attempts);
        tell(attempts.stream().filter(attempt -> changed.contains(attempt.letter().id()))
                .flatMap(attempt -> attempt.letter().changed(attempt.state()).stream()).toList());
    }

    /** As {@link #record}, without an event. */
    void recordUntold(Attempt attempt) {
        write(List.of(attempt));
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

    Set<EmailAddress> writtenTo(UUID reference, Instant since) {
        return jdbc.sql("select distinct recipient from mail_delivery where reference = :reference and queued_at > :since")
                .param("reference", reference).param("since", since)
                .query((row, number) -> EmailAddress.stored(row.getString(1))).set();
    }

    void withdraw(UUID reference, EmailAddress recipient) {
        withdraw(reference, "recipient = :which", recipient);
    }

    void withdraw(UUID reference, Set<String> templates) {
        withdraw(reference, "template in (:which)", templates);
    }

    private void withdraw(UUID reference, String which, Object value) {
        announce(Set.of(reference));
        tell(jdbc.sql("""
                update mail_delivery
                set state = 'WITHDRAWN', finished_at = :now, next_attempt_at = null, html = null, plain = null,
                    html_secrets = null, plain_secrets = null
                where reference = :reference and state = 'QUEUED' and\s""" + which + " returning id")
                .param("now", clock.instant()).param("reference", reference).param("which", value)
                .query(UUID.class).list().stream().map(id -> new Change(reference, id, State.WITHDRAWN)).toList());
    }

    /** Gives up what waits to be sent to somebody and belongs to something. */
    void giveUp(Set<String> recipients) {
        announce(jdbc.sql("""
                select distinct reference from mail_delivery
                where recipient in (:recipients) and state = 'QUEUED' and reference is not null
                """)
                .param("recipients", recipients).query(UUID.class).set());
        tell(jdbc.sql("""
                update mail_delivery set state = 'FAILED', next_attempt_at = null, finished_at = :now
                where recipient in (:recipients) and state = 'QUEUED' and reference is not null
                returning reference, id
                """)
                .param("recipients", recipients).param("now", clock.instant())
                .query((row, number) -> new Change(row.getObject("reference", UUID.class), row.getObject("id", UUID.class), State.FAILED))
                .list());
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

    /**
     * Forgets the secrets of the texts in the same step, and at once all of one that no story tells of. What stays of a text is not
     * written again, unless it comes from an earlier version.
     *
     * @return the letters of which it was still to be noted
     */
    private Set<UUID> write(List<Attempt> attempts) {
        return Set.copyOf(jdbc.sql(RESULTS)
                .param("now", clock.instant())
                .param("ids", texts(attempts, attempt -> attempt.letter().id()))
                .param("states", texts(attempts, Attempt::state))
                .param("attempts", texts(attempts, attempt -> attempt.letter().attempts() + 1))
                .param("problems", texts(attempts, Attempt::problem))
                .param("errors", texts(attempts, Attempt::reason))
                .param("nexts", texts(attempts, Attempt::next))
                .param("same", texts(attempts, DeliveryLog::keepsText))
                .param("htmls", texts(attempts, attempt -> kept(attempt, attempt.letter().html())))
                .param("plains", texts(attempts, attempt -> kept(attempt, attempt.letter().plain())))
                .query(UUID.class).list());
    }

    private static @Nullable String[] texts(List<Attempt> attempts, Function<Attempt, @Nullable Object> part) {
        return attempts.stream().map(attempt -> Objects.toString(part.apply(attempt), null)).toArray(String[]::new);
    }

    private static boolean keepsText(Attempt attempt) {
        return attempt.state() == State.QUEUED || attempt.letter().reference() != null && attempt.letter().isSealed();
    }

    private @Nullable String kept(Attempt attempt, String text) {
        return attempt.letter().reference() == null || keepsText(attempt) ? null : kept.of(text);
    }

    private void announce(Set<UUID> references) {
        if (!references.isEmpty()) {
            events.publishEvent(new DeliveriesChanging(references));
        }
    }

    private void tell(List<Change> changes) {
        if (!changes.isEmpty()) {
            events.publishEvent(new DeliveriesChanged(changes));
        }
    }
}
