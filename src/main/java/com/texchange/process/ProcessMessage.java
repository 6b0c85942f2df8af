package com.texchange.process;

import java.util.Map;

/**
 * A message to the engine.
 *
 * @param messageId the engine drops a second message with the same name, key and id while the first is buffered
 */
public record ProcessMessage(String name, String correlationKey, String messageId, Map<String, Object> variables) {
}
