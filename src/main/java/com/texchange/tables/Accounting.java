package com.texchange.tables;

/**
 * Where every line of a file has gone: {@code lines = rows + headings + empty + continued}.
 *
 * @param headings  lines of headings, of titles above them, and those that are for programs only
 * @param continued further lines of rows whose cells have line breaks
 */
public record Accounting(int lines, int rows, int headings, int empty, int continued) {
}
