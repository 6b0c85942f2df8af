package com.texchange.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The archive that a workbook is, looked at before it is read: a few kilobytes can hold gigabytes. Its parts are found as the reader
 * finds them, by the kinds of content that it says they have; where two could be meant, another could be read than was looked at.
 */
final class WorkbookParts implements AutoCloseable {

    private static final int MAX_PARTS = 1_000;
    private static final String KINDS = "[Content_Types].xml";
    private static final String FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String TEXTS = "texts";
    private static final String STYLES = "styles";
    private static final String WORKBOOK = "workbook";
    private static final Map<String, String> KNOWN_KINDS = Map.of(FORMAT + "sheet.main+xml", WORKBOOK,
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml", WORKBOOK, FORMAT + "sharedStrings+xml", TEXTS,
            FORMAT + "styles+xml", STYLES);
    private static final String USUAL_WORKBOOK = "xl/workbook.xml";
    /** What a text takes in memory beside its characters. */
    private static final int BYTES_OF_TEXT = 56;

    private final ZipFile zip;
    private final TableLimits limits;
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, String> found;
    private final String workbook;

    /** @throws com.texchange.common.RefusedException if it is too large when unpacked */
    WorkbookParts(TableBytes file, TableLimits limits) throws IOException, XMLStreamException {
        this.zip = file.zip();
        this.limits = limits;
        try {
            requireReasonableSize();
            found = find();
            workbook = found.getOrDefault(WORKBOOK, USUAL_WORKBOOK);
            // The reader looks for the parts of such a one elsewhere.
            if (workbook.contains("_rel")) {
                throw new IOException("a workbook of an odd name");
            }
            String styles = found.get(STYLES);
            if (styles != null) {
                requireSmall(styles);
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** What is declared need not be true, so it is unpacked once without being kept. */
    private void requireReasonableSize() throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
            // Of two parts with one name, another could be read than was looked at.
            if (!names.add(part.getName().toLowerCase(Locale.ROOT)) || names.size() > MAX_PARTS) {
                throw limits.tooLarge();
            }
            long before = size;
            try (InputStream in = zip.getInputStream(part)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    if (size > limits.unpacked()) {
                        throw limits.tooLarge();
                    }
                }
            }
            sizes.put(part.getName(), size - before);
        }
    }

    private Map<String, String> find() throws IOException, XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        try (InputStream part = required(requireSmall(KINDS))) {
            XMLStreamReader xml = PartEvents.of(part);
            while (xml.hasNext()) {
                String kind = xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Override")
                        ? KNOWN_KINDS.get(xml.getAttributeValue(null, "ContentType")) : null;
                if (kind != null && parts.put(kind, withoutSlash(xml.getAttributeValue(null, "PartName"))) != null) {
                    throw new IOException("two parts of a kind");
                }
            }
        }
        return parts;
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    /** What is read as a whole and is no table: as long as a workbook of the usual size at most. */
    private String requireSmall(String name) {
        ZipArchiveEntry part = part(name);
        if (part != null && sizes.getOrDefault(part.getName(), 0L) > TableLimits.USUAL.unpacked()) {
            throw limits.tooLarge();
        }
        return name;
    }

    /** How many bytes of memory its table of texts takes while it is read, about. */
    long texts() throws IOException, XMLStreamException {
        String name = found.get(TEXTS);
        ZipArchiveEntry table = name == null ? null : part(name);
        if (table == null) {
            return 0;
        }
        long bytes = 0;
        try (InputStream part = zip.getInputStream(table)) {
            XMLStreamReader xml = PartEvents.of(part);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> bytes += xml.getLocalName().equals("si") ? BYTES_OF_TEXT : 0;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> bytes += bytes(xml.getText());
                    default -> { }
                }
            }
        }
        return bytes;
    }

    private static int bytes(String text) {
        boolean latin = text.chars().allMatch(c -> c <= 0xFF);
        return latin ? text.length() : 2 * text.length();
    }

    /** Whether its days are counted from 1904, as those of old Macintosh computers. */
    boolean countsFrom1904() throws IOException, XMLStreamException {
        try (InputStream part = required(requireSmall(workbook))) {
            XMLStreamReader xml = PartEvents.of(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("workbookPr")) {
                    String from1904 = xml.getAttributeValue(null, "date1904");
                    return "1".equals(from1904) || "true".equals(from1904);
                }
            }
            return false;
        }
    }

    /** The outlines of the sheets, by their ids in the workbook. */
    Map<String, SheetOutline> outlines() throws IOException, XMLStreamException {
        Map<String, SheetOutline> outlines = new HashMap<>();
        for (Map.Entry<String, String> sheet : sheets().entrySet()) {
            try (InputStream part = required(sheet.getValue())) {
                outlines.put(sheet.getKey(), SheetOutline.read(part));
            }
        }
        return outlines;
    }

    /** The parts that are sheets, by the ids that the workbook has for them. */
    private Map<String, String> sheets() throws IOException, XMLStreamException {
        Map<String, String> sheets = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        try (InputStream part = required(requireSmall(folder + "_rels/" + workbook.substring(folder.length()) + ".rels"))) {
            XMLStreamReader xml = PartEvents.of(part);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("Relationship")) {
                    continue;
                }
                String id = xml.getAttributeValue(null, "Id");
                if (!ids.add(id)) {
                    throw new IOException("two parts of an id");
                }
                if (xml.getAttributeValue(null, "Type").endsWith("/worksheet")) {
                    String target = xml.getAttributeValue(null, "Target");
                    sheets.put(id, target.startsWith("/") ? withoutSlash(target) : folder + target);
                }
            }
        }
        return sheets;
    }

    private InputStream required(String name) throws IOException {
        ZipArchiveEntry part = part(name);
        if (part == null) {
            throw new IOException("no " + name);
        }
        return zip.getInputStream(part);
    }

    /** Some programs are not exact about large and small letters. */
    private @Nullable ZipArchiveEntry part(String name) {
        ZipArchiveEntry exact = zip.getEntry(name);
        return exact != null ? exact : Collections.list(zip.getEntries()).stream()
                .filter(part -> part.getName().equalsIgnoreCase(name)).findFirst().orElse(null);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
