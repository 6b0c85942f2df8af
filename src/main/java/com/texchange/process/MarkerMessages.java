package com.texchange.process;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps markers in the engine: messages that nothing waits for. The engine refuses a second message with the same id while
 * it keeps the first, so publishing one that is not to be kept asks without leaving a trace.
 */
@Component
class MarkerMessages {

    private static final String MESSAGE = "t-exchange-marker";
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final CamundaClient client;

    MarkerMessages(CamundaClient client) {
        this.client = client;
    }

    /** @throws RuntimeException if the engine does not answer */
    void keep(UUID marker) {
        publish(marker, FOR_EVER);
    }

    /** @throws RuntimeException if the engine does not answer */
    boolean isKept(UUID marker) {
        return !publish(marker, Duration.ZERO);
    }

    /** @return false if the engine keeps the marker already */
    private boolean publish(UUID marker, Duration timeToLive) {
        try {
            client.newPublishMessageCommand().messageName(MESSAGE).correlationKey(MESSAGE)
                    .messageId(marker.toString()).timeToLive(timeToLive).send().join();
            return true;
        } catch (RuntimeException e) {
            if (Failure.of(e) == Failure.ALREADY_DONE) {
                return false;
            }
            throw e;
        }
    }
}
