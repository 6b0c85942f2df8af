package com.texchange.process;

import java.util.UUID;

/** A module whose business goes by processes, and that can begin those which the engine has lost. */
public interface ProcessOwner {

    /**
     * Gives the commands that begin each of the next processes under way unless the engine has it, and that tell it what
     * has happened since; within the caller's transaction.
     *
     * @param after the id of the last one of the batch before; the nil UUID at first
     */
    Batch beginLost(UUID after, int limit);

    /**
     * @param looked how many were looked at; less than the limit in the last batch
     * @param begun  for how many of them a command was given
     * @param last   the id of the last one looked at
     */
    record Batch(int looked, int begun, UUID last) {
    }
}
