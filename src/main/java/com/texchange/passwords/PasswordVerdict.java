package com.texchange.passwords;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a password is worth that somebody is typing.
 *
 * @param refusal   message key of why it can't be taken; null if it can
 * @param arguments of that message
 * @param strong    more than what is asked for
 */
public record PasswordVerdict(@Nullable String refusal, List<Object> arguments, boolean strong) {

    static PasswordVerdict refused(String key, Object... arguments) {
        return new PasswordVerdict(key, List.of(arguments), false);
    }
}
