package com.texchange.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A message to the engine.
 *
 * @param messageId the engine drops a second message with the same name, key and id while the first is buffered
 */
public record ProcessMessage(String name, String correlationKey, String messageId, Map<String, Object> variables) {

    /** @throws IllegalArgumentException if one of the three is blank: the engine would take that, and begin processes twice by it */
    public ProcessMessage {
        if (Stream.of(name, correlationKey, messageId).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a message needs a name, a key and an id: " + List.of(name, correlationKey, messageId));
        }
    }
}
