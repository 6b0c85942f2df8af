package com.texchange.process;

import java.util.UUID;

/** A module whose business goes by processes, and that can begin those which the engine has lost. */
public interface ProcessOwner {

    /**
     * Gives the commands that begin each of the next processes under way unless the engine has it, and that tell it what
     * has happened since; within the caller's transaction.
     *
     * @param after the id of the last one of the batch before; the nil UUID at first
     * @return how many there were and the last one's id
     */
    Batch beginLost(UUID after, int limit);

    /** @param last meaningless when the size is zero */
    record Batch(int size, UUID last) {
    }
}
