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
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The archive that a workbook is, looked at before it is read: a few kilobytes can hold gigabytes. */
final class WorkbookParts implements AutoCloseable {

    private static final int MAX_PARTS = 1_000;

    private final ZipFile zip;
    private final String workbook;

    /** @throws com.texchange.common.RefusedException if it is too large when unpacked */
    WorkbookParts(TableBytes file, TableLimits limits) throws IOException, XMLStreamException {
        zip = file.zip();
        try {
            requireReasonableSize(limits);
            workbook = relations("", "/officeDocument").values().stream().findFirst()
                    .orElseThrow(() -> new IOException("no workbook"));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** What is declared need not be true, so it is unpacked once without being kept. */
    private void requireReasonableSize(TableLimits limits) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
            // Of two parts with one name, another could be read than was looked at.
            if (!names.add(part.getName().toLowerCase(Locale.ROOT)) || names.size() > MAX_PARTS) {
                throw limits.tooLarge();
            }
            try (InputStream in = zip.getInputStream(part)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    if (size > limits.unpacked()) {
                        throw limits.tooLarge();
                    }
                }
            }
        }
    }

    /** Whether its days are counted from 1904, as those of old Macintosh computers. */
    boolean countsFrom1904() throws IOException, XMLStreamException {
        try (InputStream part = required(workbook)) {
            XMLStreamReader xml = reader(part);
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
        for (Map.Entry<String, String> sheet : relations(workbook, "/worksheet").entrySet()) {
            try (InputStream part = required(sheet.getValue())) {
                outlines.put(sheet.getKey(), SheetOutline.read(part));
            }
        }
        return outlines;
    }

    /** The parts that a part refers to, by the ids that it has for them. */
    private Map<String, String> relations(String name, String type) throws IOException, XMLStreamException {
        Map<String, String> relations = new LinkedHashMap<>();
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        try (InputStream part = required(folder + "_rels/" + name.substring(folder.length()) + ".rels")) {
            XMLStreamReader xml = reader(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")
                        && xml.getAttributeValue(null, "Type").endsWith(type)) {
                    String target = xml.getAttributeValue(null, "Target");
                    relations.put(xml.getAttributeValue(null, "Id"),
                            target.startsWith("/") ? target.substring(1) : folder + target);
                }
            }
        }
        return relations;
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
        return Collections.list(zip.getEntries()).stream().filter(part -> part.getName().equalsIgnoreCase(name))
                .findFirst().orElse(null);
    }

    private static XMLStreamReader reader(InputStream part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(part);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
