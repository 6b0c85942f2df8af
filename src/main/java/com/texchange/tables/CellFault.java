package com.texchange.tables;

/** Why what stands in a cell cannot be relied on. Such a cell is refused, never guessed at. */
public enum CellFault {
    /** A quotation mark opens a cell that runs into the next lines. */
    UNCLOSED_QUOTE,
    /** A cell with line breaks has what parts cells, or an address: a spreadsheet program has read such a mark, and saved that. */
    SEVERAL_ROWS,
    /** The row is not shown on its sheet, so nobody has looked at it there. */
    HIDDEN,
    /** A spreadsheet program keeps 15 digits of a number; the others are lost. */
    ROUNDED,
    /** A spreadsheet program has made a date of it. */
    DATE,
    FORMULA_ERROR,
    /** A formula whose result is not in the file. */
    FORMULA_WITHOUT_RESULT,
    TOO_LONG,
    /** Characters were lost when the file was written or sent. */
    DAMAGED;

    /** Message key of a few words. */
    public String key() {
        return "tables.fault." + name();
    }

    /** Message key of a sentence that says what to do. */
    public String remedyKey() {
        return "tables.remedy." + name();
    }
}
