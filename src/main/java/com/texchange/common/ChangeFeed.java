package com.texchange.common;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Tells the open pages of all instances of the application what changed, by PostgreSQL's NOTIFY: heard when the
 * publishing transaction commits, and not at all when it rolls back.
 */
@Component
public class ChangeFeed {

    /** Publishes within the caller's transaction. */
    public void publish(Change change) {
        throw new UnsupportedOperationException();
    }

    /** @return ends the subscription when run; the listener runs on a thread of the feed and must be quick */
    public Runnable subscribe(Consumer<Change> listener) {
        throw new UnsupportedOperationException();
    }
}
