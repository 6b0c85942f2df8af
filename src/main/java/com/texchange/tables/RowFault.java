package com.texchange.tables;

/**
 * Why a row cannot be read.
 *
 * @param column message key of the column's name, empty if it is the row as a whole
 */
public record RowFault(CellFault fault, String column) {
}
