package com.texchange.tables;

import java.util.function.Consumer;

/** Reads the rows of a table from its file, one after the other, as often as it is asked. */
@FunctionalInterface
interface RowSource {

    /**
     * Hands on every row that has any text.
     *
     * @throws com.texchange.common.RefusedException if it cannot be read
     */
    Lines read(Consumer<TableRow> reader);

    /**
     * @param all     up to the last one with text
     * @param empty   lines without text
     * @param service lines that name the separator
     */
    record Lines(int all, int empty, int service) {
    }
}
