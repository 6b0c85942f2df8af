package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessMessageTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void withoutAKeyThereIsNoMessage(String blank) {
        assertThatThrownBy(() -> new ProcessMessage("distributor-invited", blank, "id", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProcessMessage("distributor-invited", "key", blank, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProcessMessage(blank, "key", "id", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withOneThereIs() {
        assertThat(new ProcessMessage("distributor-invited", "key", "id", Map.of()).correlationKey()).isEqualTo("key");
    }
}
