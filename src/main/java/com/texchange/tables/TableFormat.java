package com.texchange.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The kinds of files that tables are written as. */
public enum TableFormat {

    WORKBOOK("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public TableWriter open(OutputStream out, Locale reader) throws IOException {
            return new SafeWorkbook(out);
        }
    },
    CSV("csv", "text/csv;charset=utf-8") {
        @Override
        public TableWriter open(OutputStream out, Locale reader) throws IOException {
            return new SafeCsv(out, reader);
        }
    };

    private final String ending;
    private final String contentType;

    TableFormat(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    /** Begins a file. No cell of it is taken for a formula by the program that opens it. */
    public abstract TableWriter open(OutputStream out, Locale reader) throws IOException;

    /** Of the file's name, without a dot. */
    public String ending() {
        return ending;
    }

    public String contentType() {
        return contentType;
    }
}
