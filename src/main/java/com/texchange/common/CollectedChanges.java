package com.texchange.common;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction has changed, told once by its end. */
final class CollectedChanges implements TransactionSynchronization {

    private final ChangeFeed feed;
    private final Set<Change> changes = new LinkedHashSet<>();
    private boolean told;

    private CollectedChanges(ChangeFeed feed) {
        this.feed = feed;
    }

    /** Those of the transaction that is under way. */
    static CollectedChanges of(ChangeFeed feed) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(CollectedChanges.class::isInstance).map(CollectedChanges.class::cast)
                .filter(collected -> collected.feed == feed).findFirst()
                .orElseGet(() -> {
                    CollectedChanges first = new CollectedChanges(feed);
                    TransactionSynchronizationManager.registerSynchronization(first);
                    return first;
                });
    }

    /** What comes when all the rest is told has nothing to wait for. */
    void add(Change change) {
        if (told) {
            feed.notify(List.of(change));
        } else {
            changes.add(change);
        }
    }

    /** What is not told yet, to be told by whoever takes it. */
    static List<Change> take() {
        List<Change> taken = new ArrayList<>();
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(CollectedChanges.class::isInstance).map(CollectedChanges.class::cast)
                .forEach(collected -> {
                    taken.addAll(collected.changes);
                    collected.changes.clear();
                });
        return taken;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        told = true;
        if (!changes.isEmpty()) {
            feed.notify(changes);
        }
    }
}
