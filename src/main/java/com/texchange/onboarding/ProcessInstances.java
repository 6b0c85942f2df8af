package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
import com.texchange.process.EngineReplaced;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows which process instance carries each onboarding, so that its path can be shown. Kept past the aggregate: no
 * decision depends on it, and noting it must not conflict with one.
 */
@Component
class ProcessInstances {

    private static final int REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    /** What is noted for certain: each further job of the instance need not note it again. */
    private final Map<OnboardingId, Long> noted = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<OnboardingId, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    ProcessInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * To be called by each job, as a process that was begun anew is another instance. One that begins after the onboarding
     * has ended does nothing, and its path says nothing.
     */
    @Transactional
    public void note(OnboardingId id, long processInstanceKey) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                noted.put(id, processInstanceKey);
            }
        });
        jdbc.sql("""
                update onboarding set process_instance_key = :key
                where id = :id and process_ended_at is null and process_instance_key is distinct from :key
                """)
                .param("key", processInstanceKey)
                .param("id", id)
                .update();
    }

    /** Whether this instance of the application has noted just that. */
    boolean isNoted(OnboardingId id, long processInstanceKey) {
        return Long.valueOf(processInstanceKey).equals(noted.get(id));
    }

    /** The keys of an engine that is gone may be given to somebody else's processes by the one that replaced it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetAll(EngineReplaced replaced) {
        noted.clear();
        jdbc.sql("update onboarding set process_instance_key = null where process_instance_key is not null").update();
    }
}
