package com.texchange.tables;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table that is being written, the heading first. Closing it completes the file. */
public interface TableWriter extends Closeable {

    /** @param cells each a text, a {@link LocalDateTime}, or null for an empty one */
    void row(@Nullable Object... cells) throws IOException;
}
