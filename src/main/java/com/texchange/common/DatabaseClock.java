package com.texchange.common;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * The database's time, by which durable tasks are due. All instances share it: with an instance's own clock, one that is
 * an hour off would leave tasks lying for an hour, or take those for abandoned that another one is just running.
 *
 * <p>Between two readings it goes on by the machine's steady counter, so that a clock that is set meanwhile moves nothing.
 */
final class DatabaseClock implements Clock {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private volatile @Nullable Reading latest;

    DatabaseClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Instant now() {
        Reading reading = latest;
        if (reading == null || reading.age().compareTo(GOOD_FOR) > 0) {
            reading = read(reading);
            latest = reading;
        }
        return reading.now();
    }

    /** Without a database nothing runs by this clock, so what it says then need not be exact. */
    private Reading read(@Nullable Reading before) {
        try {
            Instant time = jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
            return new Reading(time, System.nanoTime());
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The database did not tell its time", e);
            return new Reading(before == null ? Instant.now() : before.now(), System.nanoTime());
        }
    }

    private record Reading(Instant time, long readAt) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - readAt);
        }

        Instant now() {
            return time.plus(age());
        }
    }
}
