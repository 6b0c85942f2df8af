package com.texchange.process;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One activated job, without the client's API. */
public record ProcessJob(long key, String processId, long processInstanceKey, String elementId,
        long elementInstanceKey, Map<String, Object> variables, Map<String, String> headers) {

    /** @throws IllegalArgumentException if the variable is missing or null */
    public String text(String variable) {
        Object value = variables.get(variable);
        if (value == null) {
            throw new IllegalArgumentException("variable '" + variable + "' is missing");
        }
        return value.toString();
    }

    /** @throws IllegalArgumentException if the variable is missing, null or no UUID */
    public UUID uuid(String variable) {
        return UUID.fromString(text(variable));
    }

    public @Nullable UUID uuidOrNull(String variable) {
        Object value = variables.get(variable);
        return value == null ? null : UUID.fromString(value.toString());
    }
}
