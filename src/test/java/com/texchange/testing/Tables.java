package com.texchange.testing;

import com.texchange.tables.MappedTable;
import com.texchange.tables.Table;
import com.texchange.tables.TableColumn;
import com.texchange.tables.TableFile;

/** Tables as pages hand them on. */
public final class Tables {

    private Tables() {
    }

    /** As pasted into a page, its columns recognized. */
    public static <C extends Enum<C> & TableColumn> MappedTable<C> of(Class<C> kind, String text) {
        return MappedTable.recognize(only(TableFile.pasted(text)), kind);
    }

    /** As uploaded, of a file that leaves no question open. */
    public static <C extends Enum<C> & TableColumn> MappedTable<C> of(Class<C> kind, byte[] file) {
        return MappedTable.recognize(only(TableFile.of(file)), kind);
    }

    public static Table only(TableFile file) {
        return file.evident().orElseThrow().table().get();
    }
}
