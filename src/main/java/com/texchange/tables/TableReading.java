package com.texchange.tables;

import java.util.function.Supplier;

/**
 * One of the ways in which a file can be read: as one of its sheets, or in one of the encodings that its bytes may be in.
 *
 * @param name    of the sheet or encoding
 * @param sample  of an encoding, what the file says in it; of a sheet, how many rows have any text
 * @param hidden  whether the sheet is hidden in its workbook
 * @param table   reads it; throws a {@link com.texchange.common.RefusedException} if there is no table
 */
public record TableReading(String name, String sample, boolean hidden, Supplier<Table> table) {
}
