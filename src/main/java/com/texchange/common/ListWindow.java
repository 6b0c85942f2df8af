package com.texchange.common;

/**
 * Which rows of a sorted list are wanted. They are read from the end that is nearer: all that lies before them there has to be passed.
 *
 * @param offset  how many rows lie before them, at that end
 * @param fromEnd whether that is the list's end, so that it is to be sorted the other way round
 */
public record ListWindow(int offset, int limit, boolean fromEnd) {

    /** Of a list of which nothing is known. */
    public static ListWindow of(int offset, int limit) {
        return new ListWindow(offset, limit, false);
    }

    /** @param count how many rows the list has, as far as is known */
    public static ListWindow of(int offset, int limit, int count) {
        int behind = count - offset - limit;
        return behind >= 0 && behind < offset ? new ListWindow(behind, limit, true) : of(offset, limit);
    }

    /**
     * Ends a statement with {@code :offset}. The limit, and that nothing is skipped, stand in it for PostgreSQL to know: of parameters it
     * thinks that they are a tenth of the list, finds a shared plan too dear, and makes one each time (docs/decisions/025).
     */
    public String slice() {
        return slice(offset, limit);
    }

    /** The same of a list that is not read by windows. */
    public static String slice(int offset, int limit) {
        return (offset == 0 ? "" : " offset :offset") + " limit " + limit;
    }

    /** All there is. */
    public static ListWindow all() {
        return of(0, Integer.MAX_VALUE);
    }
}
