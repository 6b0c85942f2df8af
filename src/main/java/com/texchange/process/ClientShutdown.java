package com.texchange.process;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Closes the client when the application stops, and does not wait for ever.
 *
 * <p>The client's job stream (8.8.14, {@code JobStreamerImpl.open}) leaves its lock taken when it is to connect again
 * after the worker was closed, which happens when the engine is away. Closing the client then closes the worker a second
 * time and waits for that lock; an interrupt makes it go on with the rest.
 */
@Component
class ClientShutdown implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final CamundaClient client;
    private final Duration patience;

    @Autowired
    ClientShutdown(CamundaClient client) {
        this(client, PATIENCE);
    }

    ClientShutdown(CamundaClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    @Override
    public void destroy() throws InterruptedException {
        Thread closing = Thread.ofVirtual().name("close-camunda-client").start(client::close);
        if (!closing.join(patience)) {
            closing.interrupt();
            closing.join(patience);
        }
    }
}
