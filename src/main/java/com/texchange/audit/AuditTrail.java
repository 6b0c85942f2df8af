package com.texchange.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Records what people and the system do. What is recorded in a transaction stands if it commits, and not at all if it does not; it is
 * written by one statement before the end, together with what open pages are told.
 */
@Component
public class AuditTrail {

    private final AuditEntries entries;

    AuditTrail(AuditEntries entries) {
        this.entries = entries;
    }

    public void record(Audited done) {
        AuditEntries.Row row = new AuditEntries.Row(done, Source.current().orElse(null), 1);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            CollectedEntries.of(entries).add(row);
        } else {
            entries.write(row);
        }
    }
}
