package com.texchange.licenses;

import com.texchange.common.LoadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A table of licenses that was looked at, and what has become of it.
 *
 * @param rowCount   rows of the table
 * @param lastLine   in which its last row begins
 * @param doneLine   up to which line it is loaded
 * @param loaded     licenses that are new
 * @param kept       whether its rows can still be looked at
 * @param distributor null until one is chosen
 * @param startedBy  who loads it; null if nobody does
 */
public record LicenseLoad(LoadId id, State state, int rowCount, int lastLine, int doneLine, int loaded, boolean kept,
        @Nullable String distributor, String checkedBy, Instant checkedAt,
        @Nullable String startedBy, @Nullable Instant startedAt) {

    /** How far it is. */
    public enum State {
        /** Its file is being read. */
        READING,
        /** Each row has its verdict; nothing is loaded. */
        CHECKED,
        LOADING,
        LOADED,
        /** The database has crashed meanwhile and lost its rows: the file has to be read again. */
        LOST
    }
}
