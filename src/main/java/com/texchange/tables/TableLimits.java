package com.texchange.tables;

import com.texchange.common.RefusedException;

/**
 * How much of one kind of table is taken at a time.
 *
 * @param rows     headings not counted
 * @param bytes    of a file
 * @param unpacked bytes of a workbook's parts
 */
public record TableLimits(int rows, long bytes, long unpacked) {

    /** What somebody looks at row by row. 10,000 rows with long cells fit, in any encoding. */
    public static final TableLimits USUAL = new TableLimits(10_000, 8_000_000, 64_000_000);
    /** What is loaded as a whole; it never stands in memory as a whole. */
    public static final TableLimits LARGE = new TableLimits(1_000_000, 300_000_000, 1_500_000_000);
    private static final long MEGABYTE = 1_000_000;

    /**
     * Those of one file: it may come to what it says of itself, and not to more.
     *
     * @param announced bytes; negative if it says nothing
     */
    TableLimits ofFile(long announced) {
        return announced < 0 || announced > bytes ? this : new TableLimits(rows, announced, unpacked);
    }

    /** @throws RefusedException if it is more */
    void requireSize(long size) {
        if (size > bytes) {
            throw tooLarge();
        }
    }

    RefusedException tooLarge() {
        return new RefusedException("tables.tooLarge", megabytes(), unpacked / MEGABYTE);
    }

    /** Of a file. */
    public long megabytes() {
        return bytes / MEGABYTE;
    }
}
