package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the sheets of a workbook (.xlsx) row by row. */
final class WorkbookFile {

    private final TableBytes file;
    private final TableLimits limits;
    private final Map<String, SheetOutline> outlines;
    private final boolean from1904;
    /** Bytes of memory that its table of texts takes. */
    private final long texts;

    private WorkbookFile(TableBytes file, TableLimits limits) throws IOException, XMLStreamException {
        this.file = file;
        this.limits = limits;
        try (WorkbookParts parts = new WorkbookParts(file, limits)) {
            this.outlines = parts.outlines();
            this.from1904 = parts.countsFrom1904();
            this.texts = parts.texts();
        }
    }

    private interface Reading<T> {

        T of(ReadableWorkbook workbook) throws IOException, XMLStreamException;
    }

    /**
     * The sheets that have any rows. The only one that can be seen is evident.
     *
     * @throws RefusedException if there is none, or the file is no workbook of this kind
     */
    static TableFile open(TableBytes file, TableLimits limits) {
        List<TableReading> readings = guarded(() -> {
            WorkbookFile workbook = new WorkbookFile(file, limits);
            return workbook.read(workbook::readings);
        });
        if (readings.isEmpty()) {
            throw new RefusedException("tables.empty");
        }
        List<TableReading> seen = readings.stream().filter(reading -> !reading.hidden()).toList();
        return new TableFile(TableFile.Kind.SHEETS, readings, seen.size() == 1 ? seen.getFirst() : null);
    }

    private List<TableReading> readings(ReadableWorkbook workbook) {
        List<TableReading> readings = new ArrayList<>();
        workbook.getSheets().forEach(sheet -> {
            SheetOutline outline = outlines.get(sheet.getId());
            // A sheet of another kind, such as a chart, has none.
            if (outline != null && outline.filledRows() > 0) {
                readings.add(new TableReading(sheet.getName(), String.valueOf(outline.filledRows()),
                        sheet.getVisibility() != SheetVisibility.VISIBLE, () -> table(sheet.getIndex(), outline)));
            }
        });
        return readings;
    }

    private Table table(int sheet, SheetOutline outline) {
        return Table.read(reader -> guarded(() -> readWithTexts(workbook ->
                rows(workbook.getSheet(sheet).orElseThrow(), outline, reader))), limits);
    }

    private <T> T readWithTexts(Reading<T> reading) throws IOException, XMLStreamException {
        int taken = TextsInMemory.OF_HEAP.take(texts);
        try {
            return read(reading);
        } finally {
            TextsInMemory.OF_HEAP.giveBack(taken);
        }
    }

    private RowSource.Lines rows(Sheet sheet, SheetOutline outline, Consumer<TableRow> reader) throws IOException {
        SheetRows rows = new SheetRows(outline, from1904, reader);
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEachOrdered(rows::add);
        }
        return rows.lines();
    }

    private <T> T read(Reading<T> reading) throws IOException, XMLStreamException {
        try (ReadableWorkbook workbook = open()) {
            return reading.of(workbook);
        }
    }

    private ReadableWorkbook open() throws IOException {
        try {
            return file.workbook(new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            // It has no formats.
            return file.workbook(new ReadingOptions(false, true));
        }
    }

    private interface Guarded<T> {

        T get() throws IOException, XMLStreamException;
    }

    /** A damaged workbook makes its reader fail in every way that programs can fail in. */
    private static <T> T guarded(Guarded<T> reading) {
        try {
            return reading.get();
        } catch (RefusedException refusal) {
            throw refusal;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw new RefusedException("tables.workbook");
        }
    }
}
