package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Change.Topic;
import com.texchange.testing.IntegrationTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ChangeFeedIT {

    @Autowired
    ChangeFeed feed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final List<Change> heard = new CopyOnWriteArrayList<>();
    private Runnable unsubscribe;

    @BeforeEach
    void subscribe() {
        unsubscribe = feed.subscribe(heard::add);
        waitUntilTheFeedListens();
    }

    @AfterEach
    void unsubscribe() {
        unsubscribe.run();
    }

    @Test
    void tellsAChangeOnceItsTransactionHasCommitted() {
        Change change = someChange();
        transaction.executeWithoutResult(status -> {
            feed.publish(change);
            publishAndHear(someChange());
            assertThat(heard).doesNotContain(change);
        });

        await().untilAsserted(() -> assertThat(heard).contains(change));
    }

    @Test
    void tellsOnceWhatATransactionHasPublishedSeveralTimes() {
        Change change = someChange();
        Change last = someChange();
        transaction.executeWithoutResult(status -> {
            feed.publish(change);
            feed.publish(change);
            feed.publish(last);
            feed.publish(change);
        });

        await().untilAsserted(() -> assertThat(heard).contains(last));
        publishAndHear(someChange());
        assertThat(heard.stream().filter(change::equals)).hasSize(1);
    }

    @Test
    void saysNothingOfAChangeThatRolledBack() {
        Change change = someChange();
        transaction.executeWithoutResult(status -> {
            feed.publish(change);
            status.setRollbackOnly();
        });

        publishAndHear(someChange());
        assertThat(heard).doesNotContain(change);
    }

    @Test
    void goesOnAfterAListenerHasFailed() {
        Runnable endBroken = feed.subscribe(change -> {
            throw new IllegalStateException("thrown by the test");
        });
        try {
            publishAndHear(someChange());
            publishAndHear(someChange());
        } finally {
            endBroken.run();
        }
    }

    @Test
    void endsOnlyTheSubscriptionThatWasEnded() {
        List<Change> ended = new CopyOnWriteArrayList<>();
        feed.subscribe(ended::add).run();

        publishAndHear(someChange());
        assertThat(ended).isEmpty();
    }

    @Test
    void asksToRefreshEverythingAfterItsConnectionWasLost() {
        heard.clear();
        jdbc.sql("""
                select pg_terminate_backend(pid)
                  from pg_stat_activity
                 where application_name = 't-exchange change feed'
                """).query(Boolean.class).list();

        await().untilAsserted(() -> assertThat(heard).contains(
                new Change(Topic.TASKS, Change.ALL),
                new Change(Topic.ONBOARDING, Change.ALL),
                new Change(Topic.LICENSES, Change.ALL)));
        publishAndHear(someChange());
    }

    private void waitUntilTheFeedListens() {
        await().until(() -> {
            Change probe = someChange();
            inOwnTransaction(probe);
            return heard.contains(probe);
        });
    }

    private void publishAndHear(Change change) {
        inOwnTransaction(change);
        await().untilAsserted(() -> assertThat(heard).contains(change));
    }

    /** On another thread, as the test's own may be inside a transaction. */
    private void inOwnTransaction(Change change) {
        Thread publisher = Thread.ofPlatform().start(() -> feed.publish(change));
        await().until(() -> !publisher.isAlive());
    }

    private static Change someChange() {
        return new Change(Topic.ONBOARDING, UUID.randomUUID().toString());
    }
}
