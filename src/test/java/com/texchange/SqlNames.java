package com.texchange;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what SQL reads and writes: the names after {@code from}, {@code join}, {@code into} and {@code update}. */
final class SqlNames {

    private static final String SOURCE = "([a-z_][a-z0-9_]*)\\b(?!\\.)(?:\\s+(?:as\\s+)?[a-z_][a-z0-9_]*)?";
    /** "for update", "for no key update" and "on conflict do update" name no table. */
    private static final Pattern SOURCES = Pattern.compile(
            "\\b(?:from|join|into|table|(?<!\\b(?:for|key|do)\\s)update)\\s+(?:only\\s+|lateral\\s+)?"
                    + "(" + SOURCE + "(?:\\s*,\\s*(?:lateral\\s+)?" + SOURCE + ")*)");
    private static final Pattern NEXT = Pattern.compile("(?:^|,)\\s*(?:lateral\\s+)?" + SOURCE);
    private static final Pattern VIEW = Pattern.compile("create\\s+(?:or\\s+replace\\s+)?view\\s+(\\w+)\\s+as\\b([^;]*);|drop\\s+view\\s+(\\w+)");
    private static final Pattern TABLE = Pattern.compile(
            "create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)|alter\\s+table\\s+(\\w+)\\s+rename\\s+to\\s+(\\w+)"
            + "|drop\\s+table\\s+(\\w+)");

    private SqlNames() {
    }

    /** Also aliases of parts of the statement: whoever asks knows which names are tables. */
    static Set<String> in(String sql) {
        Stream.Builder<String> names = Stream.builder();
        Matcher sources = SOURCES.matcher(sql.toLowerCase(Locale.ROOT));
        while (sources.find()) {
            Matcher source = NEXT.matcher(sources.group(1));
            while (source.find()) {
                names.add(source.group(1));
            }
        }
        return names.build().collect(Collectors.toSet());
    }

    /** What the texts of a class name, those of its annotations too. The compiler has put constants together. */
    static Set<String> in(InputStream classFile) throws IOException {
        return texts(new DataInputStream(classFile)).stream().flatMap(text -> in(text).stream()).collect(Collectors.toSet());
    }

    /** The tables that are there after all migrations. */
    static Set<String> tables(List<String> migrations) {
        Set<String> tables = new java.util.HashSet<>();
        for (String migration : migrations) {
            Matcher table = TABLE.matcher(statements(migration));
            while (table.find()) {
                if (table.group(4) != null) {
                    tables.remove(table.group(4));
                } else if (table.group(1) == null) {
                    tables.remove(table.group(2));
                    tables.add(table.group(3));
                } else {
                    tables.add(table.group(1));
                }
            }
        }
        return tables;
    }

    /** The latest definition of each view that is there after all migrations. */
    static Map<String, String> views(List<String> migrations) {
        Map<String, String> views = new HashMap<>();
        for (String migration : migrations) {
            Matcher view = VIEW.matcher(statements(migration));
            while (view.find()) {
                if (view.group(1) == null) {
                    views.remove(view.group(3));
                } else {
                    views.put(view.group(1), view.group(2));
                }
            }
        }
        return views;
    }

    private static String statements(String migration) {
        return migration.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
    }

    /** The texts in a class file's table of constants (Java Virtual Machine Specification, 4.4). */
    private static List<String> texts(DataInputStream file) throws IOException {
        List<String> texts = new ArrayList<>();
        file.skipNBytes(8);
        int constants = file.readUnsignedShort();
        for (int i = 1; i < constants; i++) {
            int kind = file.readUnsignedByte();
            switch (kind) {
                case 1 -> texts.add(file.readUTF());
                case 7, 8, 16, 19, 20 -> file.skipNBytes(2);
                case 15 -> file.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> file.skipNBytes(4);
                case 5, 6 -> {
                    file.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("unknown constant " + kind);
            }
        }
        return texts;
    }
}
