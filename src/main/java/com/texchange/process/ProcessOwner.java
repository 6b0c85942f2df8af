package com.texchange.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A module whose business goes by processes, and that can begin those which the engine has lost. Its methods run within the
 * caller's transaction.
 */
public interface ProcessOwner {

    /** What its processes are about. */
    ProcessSubject.Kind kind();

    /**
     * The subjects whose process is under way, in the order of their ids.
     *
     * @param after the last id of the page before; the nil UUID at first
     * @return the next ones; fewer than the limit only at the end
     */
    List<UUID> underWay(UUID after, int limit);

    /**
     * Gives the commands that begin the process of a subject unless the engine has it, and that tell it what has happened
     * since.
     *
     * @param subject one that is under way; nothing happens if it has ended meanwhile
     */
    void beginLost(UUID subject);

    /**
     * What subjects have been told to their processes by messages that an instance waits for, as far as none should wait for
     * it any more.
     *
     * @return the names of the messages; without the subjects of which there is nothing of the kind
     */
    default Map<UUID, Set<String>> told(Collection<UUID> subjects) {
        return Map.of();
    }

    /**
     * Gives the commands that tell the process of a subject again what it may have missed: the engine drops a message that
     * nothing has waited for in time. A process that knows it already is not disturbed.
     */
    default void tellAgain(UUID subject) {
    }
}
