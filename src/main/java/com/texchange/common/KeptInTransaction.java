package com.texchange.common;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read, so that those who take part in it need not read it again. Nothing is kept beyond its end, so
 * nobody sees what is older than the own transaction. Whoever changes what is kept has to {@link #forget} it.
 */
public final class KeptInTransaction<K, V> {

    /** Outside of a transaction it is read each time. */
    public V get(K key, Function<? super K, ? extends V> read) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return read.apply(key);
        }
        Map<K, V> kept = kept();
        V known = kept.get(key);
        if (known == null) {
            known = read.apply(key);
            kept.put(key, known);
        }
        return known;
    }

    /** Whether this transaction has read it. */
    public boolean knows(K key) {
        return TransactionSynchronizationManager.isActualTransactionActive() && kept().containsKey(key);
    }

    public void forget(K key) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            kept().remove(key);
        }
    }

    /** All of it. */
    public void forget() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            kept().clear();
        }
    }

    private Map<K, V> kept() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Kept.class::isInstance).map(Kept.class::cast).filter(kept -> kept.owner == this)
                .findFirst().map(this::values)
                .orElseGet(() -> {
                    Kept first = new Kept(this);
                    TransactionSynchronizationManager.registerSynchronization(first);
                    return values(first);
                });
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> values(Kept kept) {
        return (Map<K, V>) kept.values;
    }

    /** A transaction that is suspended takes it along. */
    private static final class Kept implements TransactionSynchronization {

        private final KeptInTransaction<?, ?> owner;
        private final Map<Object, Object> values = new HashMap<>();

        private Kept(KeptInTransaction<?, ?> owner) {
            this.owner = owner;
        }

        /** What has been changed or locked since is so no more. */
        @Override
        public void savepointRollback(Object savepoint) {
            values.clear();
        }
    }
}
