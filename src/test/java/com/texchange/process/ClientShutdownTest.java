package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClientShutdownTest {

    private final CamundaClient client = mock(CamundaClient.class);

    @Test
    void closesTheClient() throws InterruptedException {
        new ClientShutdown(client, Duration.ofSeconds(5)).destroy();

        verify(client).close();
    }

    @Test
    @Timeout(10)
    void interruptsAClientThatWaitsForALockForEver() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        doAnswer(call -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return null;
        }).when(client).close();

        new ClientShutdown(client, Duration.ofMillis(100)).destroy();

        assertThat(interrupted.getCount()).isZero();
    }
}
