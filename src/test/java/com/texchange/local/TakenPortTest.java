package com.texchange.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakenPortTest {

    @Test
    void namesThePropertyOfAPortThatAnotherProgramHolds() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThat(TakenPort.first(Map.of("quickstart.smtp-port", port)))
                    .contains(new TakenPort("quickstart.smtp-port", port));
        }
    }

    @Test
    void isNotThereWhenAnyPortWillDo() {
        assertThat(TakenPort.first(LocalSettings.anywhere().ports())).isEmpty();
    }
}
