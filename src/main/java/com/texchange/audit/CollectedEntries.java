package com.texchange.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction has recorded, written once by its end. */
final class CollectedEntries implements TransactionSynchronization {

    private final AuditEntries entries;
    private final List<AuditEntries.Row> rows = new ArrayList<>();
    private boolean written;

    private CollectedEntries(AuditEntries entries) {
        this.entries = entries;
    }

    /** Those of the transaction that is under way. */
    static CollectedEntries of(AuditEntries entries) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(CollectedEntries.class::isInstance).map(CollectedEntries.class::cast)
                .filter(collected -> collected.entries == entries).findFirst()
                .orElseGet(() -> {
                    CollectedEntries first = new CollectedEntries(entries);
                    TransactionSynchronizationManager.registerSynchronization(first);
                    return first;
                });
    }

    void add(AuditEntries.Row row) {
        if (written) {
            entries.write(row);
        } else {
            rows.add(row);
        }
    }

    /** Before what tells open pages, which is told by the same statement. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        entries.writeAndTell(rows);
    }
}
