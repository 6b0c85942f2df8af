package com.texchange.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/** What came of letters and is not recorded yet. It stays here while the database is away: the letters do not go out again then. */
final class AttemptRecords {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptRecords.class);
    /** For so long, a failure of the database is not taken for one of somebody who follows the letter. */
    private static final Duration TELL_WITHIN = Duration.ofMinutes(1);
    private final DeliveryLog log;
    private final ConcurrentLinkedQueue<Attempt> ended = new ConcurrentLinkedQueue<>();

    AttemptRecords(DeliveryLog log) {
        this.log = log;
    }

    void add(Attempt attempt) {
        ended.add(attempt);
    }

    /** So many are not recorded. */
    int number() {
        return ended.size();
    }

    /**
     * Records all that there are, in one transaction.
     *
     * @param recorded hears of each letter
     */
    void record(Consumer<UUID> recorded) {
        List<Attempt> all = new ArrayList<>();
        for (Attempt next = ended.poll(); next != null; next = ended.poll()) {
            all.add(next);
        }
        if (all.isEmpty()) {
            return;
        }
        try {
            log.record(all);
            all.forEach(attempt -> recorded.accept(attempt.letter().id()));
        } catch (CannotCreateTransactionException away) {
            ended.addAll(all);
            throw away;
        } catch (RuntimeException e) {
            LOG.debug("What came of letters is recorded one by one", e);
            recordEach(all, recorded);
        }
    }

    private void recordEach(List<Attempt> all, Consumer<UUID> recorded) {
        for (int i = 0; i < all.size(); i++) {
            try {
                if (isRecorded(all.get(i))) {
                    recorded.accept(all.get(i).letter().id());
                } else {
                    ended.add(all.get(i));
                }
            } catch (CannotCreateTransactionException away) {
                ended.addAll(all.subList(i, all.size()));
                throw away;
            }
        }
    }

    private boolean isRecorded(Attempt attempt) {
        try {
            log.record(List.of(attempt));
            return true;
        } catch (CannotCreateTransactionException away) {
            throw away;
        } catch (DataAccessException | TransactionException e) {
            return attempt.isOlderThan(TELL_WITHIN) && isRecordedUntold(attempt, e);
        } catch (RuntimeException e) {
            return isRecordedUntold(attempt, e);
        }
    }

    /** What came of it stays so: that somebody who follows the letter fails must not send it again. */
    private boolean isRecordedUntold(Attempt attempt, RuntimeException failure) {
        LOG.error("Letter {} ({}) is {}, but who follows it could not be told", attempt.letter().id(),
                attempt.letter().template(), attempt.state(), failure);
        try {
            log.recordUntold(attempt);
            return true;
        } catch (DataAccessException away) {
            return false;
        }
    }
}
