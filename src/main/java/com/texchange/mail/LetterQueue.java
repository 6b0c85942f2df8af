package com.texchange.mail;

import com.texchange.common.Backlog;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The letters that wait, as the instances share them: who takes some has them for a minute, and for longer as long as it says that
 * it still does. So a killed instance's letters are taken up by another one. All of it goes by the database's time.
 */
@Component
class LetterQueue implements Backlog {

    private static final String ANOTHER_MINUTE = "taken_until = now() + interval '1 minute'";
    /** Who has a letter need not outlive PostgreSQL, so nobody waits till it is on the disk. */
    private static final String UNFORCED = "(select set_config('synchronous_commit', 'off', true)) is not null";
    private final JdbcClient jdbc;

    LetterQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes those that are due for the longest time and that nobody has. */
    List<OutgoingLetter> take(int limit) {
        return jdbc.sql("update mail_delivery set " + ANOTHER_MINUTE + " where " + UNFORCED + """
                 and id = any(array(
                    select id from mail_delivery
                    where state = 'QUEUED' and not by_task and next_attempt_at <= now()
                        and (taken_until is null or taken_until < now())
                    order by next_attempt_at
                    limit :limit
                    for update skip locked))
                returning id, template, reference, recipient, subject, html, plain, attempts, queued_at, language, reply_to,
                    reply_name, html_secrets, plain_secrets
                """)
                .param("limit", limit)
                .query(OutgoingLetter.class).list();
    }

    void keep(Collection<UUID> taken) {
        jdbc.sql("update mail_delivery set " + ANOTHER_MINUTE + " where id = any(:ids) and state = 'QUEUED'")
                .param("ids", taken.toArray(UUID[]::new))
                .update();
    }

    void giveBack(Collection<UUID> taken) {
        jdbc.sql("update mail_delivery set taken_until = null where id = any(:ids) and state = 'QUEUED'")
                .param("ids", taken.toArray(UUID[]::new))
                .update();
    }

    /** Whether it is still to be sent: it may have been called back. */
    boolean isWaiting(UUID id) {
        return jdbc.sql("select exists (select from mail_delivery where id = :id and state = 'QUEUED')")
                .param("id", id)
                .query(Boolean.class).single();
    }

    /** Letters are due for a while that nobody could take. */
    @Override
    public boolean isGrowing() {
        return jdbc.sql("""
                select exists (select from mail_delivery
                    where state = 'QUEUED' and not by_task and next_attempt_at < now() - interval '2 seconds'
                        and (taken_until is null or taken_until < now()))
                """)
                .query(Boolean.class).single();
    }

    /** From an earlier version's durable task, which every letter had. */
    void takeOver(UUID id) {
        jdbc.sql("update mail_delivery set by_task = false where id = :id").param("id", id).update();
    }
}
