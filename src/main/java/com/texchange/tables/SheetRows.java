package com.texchange.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** Makes the rows of a sheet what a person sees on it. */
final class SheetRows {

    /** Spreadsheet programs write characters so that XML does not have. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern ERROR = Pattern.compile("#[A-Z][A-Z0-9/_]*[!?]?|#N/A|#DIV/0!");

    private final SheetOutline outline;
    private final boolean from1904;
    private final Consumer<TableRow> reader;
    /** Of columns whose last cell goes on below: until which row, and what. */
    private final Map<Integer, SheetOutline.Merge> merges = new HashMap<>();
    private final Map<Integer, Cell> merged = new HashMap<>();
    private final Map<Integer, List<SheetOutline.Merge>> beginnings = new HashMap<>();
    private int lines;
    private int empty;

    SheetRows(SheetOutline outline, boolean from1904, Consumer<TableRow> reader) {
        this.outline = outline;
        this.reader = reader;
        this.from1904 = from1904;
        outline.merges().stream().filter(merge -> merge.lastRow() > merge.firstRow())
                .forEach(merge -> beginnings.computeIfAbsent(merge.firstRow(), row -> new ArrayList<>()).add(merge));
    }

    void add(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getOptionalCell(column).map(this::cell).orElse(Cell.EMPTY));
        }
        if (cells.stream().allMatch(Cell::isBlank)) {
            return;
        }
        continueMerged(row.getRowNum(), cells);
        while (!cells.isEmpty() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        // What stands under an empty cell that goes on from above is not seen.
        if (cells.isEmpty()) {
            return;
        }
        if (row.getRowNum() <= lines) {
            throw new IllegalArgumentException("rows in disorder");
        }
        empty += row.getRowNum() - lines - 1;
        lines = row.getRowNum();
        reader.accept(new TableRow(lines, 1, cells, outline.hiddenRows().contains(lines) ? CellFault.HIDDEN : null));
    }

    /** Cells that are shown as one from top to bottom belong to each of their rows. */
    private void continueMerged(int row, List<Cell> cells) {
        merges.values().removeIf(merge -> merge.lastRow() < row);
        merges.forEach((column, merge) -> {
            while (cells.size() <= column) {
                cells.add(Cell.EMPTY);
            }
            cells.set(column, merged.getOrDefault(column, Cell.EMPTY));
        });
        for (SheetOutline.Merge merge : beginnings.getOrDefault(row, List.of())) {
            if (merge.firstColumn() < cells.size()) {
                merges.put(merge.firstColumn(), merge);
                merged.put(merge.firstColumn(), cells.get(merge.firstColumn()));
            }
        }
    }

    RowSource.Lines lines() {
        return new RowSource.Lines(lines, empty, 0);
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            return new Cell(cell.getText(), CellFault.FORMULA_ERROR);
        }
        Object value = cell.getValue();
        if (cell.getType() == CellType.FORMULA) {
            return formula(cell, value);
        }
        return value instanceof BigDecimal number ? number(number, cell.getDataFormatString())
                : cell.getType() == CellType.STRING ? Cell.ofText(text(value)) : Cell.of(text(value));
    }

    /** Its result is no text that somebody has entered: TEXT(A1;"0") writes a rounded number out. */
    private Cell formula(org.dhatim.fastexcel.reader.Cell cell, Object value) {
        String raw = cell.getRawValue();
        if (raw == null) {
            return cell.getFormula() == null ? Cell.EMPTY : new Cell("", CellFault.FORMULA_WITHOUT_RESULT);
        }
        if (ERROR.matcher(raw).matches()) {
            return new Cell(raw, CellFault.FORMULA_ERROR);
        }
        return value instanceof BigDecimal number ? number(number, cell.getDataFormatString()) : Cell.of(text(value));
    }

    private Cell number(BigDecimal number, String format) {
        if (ShownNumber.isMoment(format)) {
            return new Cell(ShownNumber.moment(number, from1904), CellFault.DATE);
        }
        String text = ShownNumber.text(number, format);
        return new Cell(text, Rounding.isCertain(number) ? CellFault.ROUNDED : null);
    }

    private static String text(Object value) {
        if (value instanceof Boolean truth) {
            return truth.toString().toUpperCase(Locale.ROOT);
        }
        String text = Optional.ofNullable(value).map(Object::toString).orElse("");
        return ESCAPED.matcher(text).replaceAll(escape ->
                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
