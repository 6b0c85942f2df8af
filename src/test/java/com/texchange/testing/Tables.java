package com.texchange.testing;

import com.texchange.common.AccountId;
import com.texchange.tables.MappedTable;
import com.texchange.tables.Table;
import com.texchange.tables.TableColumn;
import com.texchange.tables.TableFile;
import com.texchange.tables.TableLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Tables as pages hand them on. */
public final class Tables {

    private Tables() {
    }

    /** As pasted into a page, its columns recognized. */
    public static <C extends Enum<C> & TableColumn> MappedTable<C> of(Class<C> kind, String text) {
        return MappedTable.recognize(text(text), kind);
    }

    /** As uploaded, of a file that leaves no question open. */
    public static <C extends Enum<C> & TableColumn> MappedTable<C> of(Class<C> kind, byte[] file) {
        return MappedTable.recognize(only(file(file)), kind);
    }

    public static Table text(String text) {
        return only(TableFile.pasted(text, TableLimits.USUAL));
    }

    public static TableFile file(byte[] file) {
        return file(file, TableLimits.USUAL);
    }

    public static TableFile file(byte[] file, TableLimits limits) {
        try {
            return TableFile.take(new ByteArrayInputStream(file), file.length, limits, AccountId.random());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in a column of a written file, its heading first. */
    public static List<String> column(ByteArrayOutputStream written, int column) {
        return only(file(written.toByteArray())).rows().stream().map(row -> row.cell(column).text()).toList();
    }

    public static Table only(TableFile file) {
        return file.evident().orElseThrow().table();
    }
}
