package com.texchange.batches;

import com.texchange.common.RefusedException;
import java.util.Arrays;
import java.util.List;

/**
 * What speaks against the step with a row.
 *
 * @param key       message key
 * @param arguments of the message
 */
public record Refusal(String key, List<String> arguments) implements RowResult {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String key, Object... arguments) {
        return new Refusal(key, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    static Refusal of(RefusedException refused) {
        return of(refused.messageKey(), refused.arguments());
    }
}
