package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.process.EngineReplaced;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ProcessInstancesIT {

    @Autowired
    ProcessInstances instances;
    @Autowired
    Journey journey;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
    }

    @Test
    void aProcessThatBeginsAfterTheEndIsNotTheOnboardings() {
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());
        await().until(() -> key(id).isPresent());
        jdbc.sql("update onboarding set process_ended_at = now() where id = ?").param(id.value()).update();
        long key = key(id).orElseThrow();

        instances.note(id, key + 1);

        assertThat(key(id)).contains(key);
    }

    @Test
    void theKeysOfAnEngineThatIsGoneAreForgotten() {
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());
        await().until(() -> key(id).isPresent());

        transaction.executeWithoutResult(status -> {
            instances.forgetAll(new EngineReplaced());
            assertThat(key(id)).isEmpty();
            // All tests share the engine, which is still there.
            status.setRollbackOnly();
        });
    }

    private Optional<Long> key(OnboardingId id) {
        return jdbc.sql("select process_instance_key from onboarding where id = ? and process_instance_key is not null")
                .param(id.value()).query(Long.class).optional();
    }
}
