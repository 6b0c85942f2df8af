package com.texchange.common;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The network address of who asks for what is done, on a thread that is not the request's own. */
public final class RemoteAddress {

    private static final ThreadLocal<@Nullable String> HANDED_ON = new ThreadLocal<>();

    private RemoteAddress() {
    }

    /** Empty on a thread that has got none. */
    public static Optional<String> handedOn() {
        return Optional.ofNullable(HANDED_ON.get());
    }

    /** @param address null if it is not known */
    public static Runnable handingOn(@Nullable String address, Runnable task) {
        return () -> {
            HANDED_ON.set(address);
            try {
                task.run();
            } finally {
                HANDED_ON.remove();
            }
        };
    }
}
