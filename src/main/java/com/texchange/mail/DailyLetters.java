package com.texchange.mail;

import com.texchange.common.EmailAddress;
import com.texchange.common.Moments;
import com.texchange.common.OperatorZone;
import com.texchange.common.RefusedException;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps people from filling somebody's mailbox with what they send by hand, in whatever way they have it written: an address gets so
 * many letters of some kinds on one day, by the operator's clock, whoever sends them. What was deleted meanwhile counts, too.
 */
@Component
public class DailyLetters {

    private static final int MOST = 3;

    private final JdbcClient jdbc;
    private final OperatorZone zone;
    private final Clock clock;

    DailyLetters(JdbcClient jdbc, OperatorZone zone, Clock clock) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * The caller holds the address, so two who write at once count each other.
     *
     * @throws RefusedException if the address has had all of the day
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireRoom(EmailAddress to, String... templates) {
        if (!hasRoom(to, MOST, templates)) {
            throw refusal(to.value(), MOST);
        }
    }

    /** The same with another limit, for a sender who must not learn of it: by an answer that differs (s)he would know whose address it is. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public boolean hasRoom(EmailAddress to, int most, String... templates) {
        int letters = jdbc.sql("""
                select count(*) from mail_delivery
                where recipient = :to and queued_at >= :today and state <> 'WITHDRAWN' and template = any(:templates)
                """)
                .param("to", to.value()).param("today", Moments.startOfDay(clock.instant(), zone.timeZone()))
                .param("templates", templates).query(Integer.class).single();
        return letters < most;
    }

    /** What is said of every limit of this kind. */
    public static RefusedException refusal(String address, int most) {
        return new RefusedException("mail.refused.lettersADay", address, most);
    }
}
