package com.texchange.common;

/** A signed-in principal that knows the {@link Actor} behind it; {@code accounts} provides it. */
public interface ActorHolder {

    Actor actor();
}
