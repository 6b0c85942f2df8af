package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.RefusedException;
import com.texchange.testing.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that were made to take all memory or time, or that are merely broken. */
class HostileWorkbookTest {

    private static final Map<String, String> PARTS = Map.of(
            "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                    </Types>""",
            "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r" Target="xl/workbook.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                    </Relationships>""",
            "xl/workbook.xml", """
                    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                      xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="1" sheetId="1" r:id="s"/></sheets></workbook>""",
            "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="s" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
                    </Relationships>""");

    @Test
    void withoutFormatsAndSharedTextsItIsRead() throws IOException {
        byte[] file = workbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>5</v></c></row>");

        assertThat(Tables.only(Tables.file(file)).rows().getFirst().cells()).extracting(Cell::text).containsExactly("a", "5");
    }

    @Test
    void anArchiveThatUnpacksToGigabytesIsNotUnpacked() throws IOException {
        byte[] file = workbook("<row><c><v>1</v></c></row>", zip -> {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 70; i++) {
                zip.write(zeros);
            }
        });

        assertThat(file.length).isLessThan((int) TableLimits.USUAL.bytes() / 10);
        assertRefused(file, "tables.tooLarge");
    }

    @Test
    void partsOfTheSameNameAreNotConfused() throws IOException {
        byte[] file = workbook("<row><c><v>1</v></c></row>", zip -> {
            zip.putNextEntry(new ZipEntry("XL/worksheets/SHEET1.xml"));
            zip.write("<worksheet/>".getBytes(StandardCharsets.UTF_8));
        });

        assertRefused(file, "tables.tooLarge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "XFE1", "XFD12345678", "1", "A"})
    void anAddressBeyondTheSheetIsNotBelieved(String address) throws IOException {
        assertRefused(workbook("<row r=\"1\"><c r=\"" + address + "\"><v>1</v></c></row>"), "tables.tooComplex");
    }

    @Test
    void formulasThatTakeTooLongAreNotWorkedOut() throws IOException {
        String shared = "<c><f t=\"shared\" ref=\"A1:A9\" si=\"0\">" + "A1+".repeat(2_000) + "1</f><v>1</v></c>"
                + "<c><f t=\"shared\" si=\"0\"/><v>1</v></c>".repeat(10_000);
        assertRefused(workbook("<row>" + shared + "</row>"), "tables.tooComplex");
        String arrays = "<row>" + "<c><f t=\"array\" ref=\"A1:A9\">1</f><v>1</v></c>".repeat(100) + "</row>";
        assertRefused(workbook(arrays.repeat(300)), "tables.tooComplex");
    }

    /** Making a number of sixty million digits takes hours, and their archive has as many kilobytes. */
    @Test
    void aNumberOfMoreDigitsThanAnyHasIsNotWorkedOut() throws IOException {
        assertRefused(workbook("<row><c><v>" + "9".repeat(1_001) + "</v></c></row>"), "tables.workbook");
        assertRefused(workbook("<row><c t=\"n\"><v>1<x>" + "9".repeat(600) + "</x><c/>" + "9".repeat(600) + "</v></c></row>"), "tables.workbook");

        assertThat(Tables.only(Tables.file(workbook("<row><c><f>" + "1+".repeat(1_000) + "1</f><v>" + "9".repeat(1_000) + "</v></c><c t=\"str\"><v>"
                + "a".repeat(2_000) + "</v></c></row>"))).rows()).hasSize(1);
    }

    @Test
    void aRowOrACommentOfMillionsOfCharactersIsNotTaken() throws IOException {
        assertRefused(workbook("<row>" + ("<c t=\"inlineStr\"><is><t>" + "a".repeat(500_000) + "</t></is></c>").repeat(9) + "</row>"), "tables.workbook");
        assertRefused(workbook("<row><c><v>1</v></c></row><!--" + "a".repeat(4_100_000) + "-->"), "tables.workbook");
    }

    /** The reader takes the parts that the archive tells the kinds of, and of two with an id the second. */
    @Test
    void whatIsLookedAtIsWhatIsRead() throws IOException {
        String evil = "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
        String relations = part("xl/_rels/workbook.xml.rels");
        Map<String, String> otherWorkbook = new LinkedHashMap<>(PARTS);
        otherWorkbook.put("[Content_Types].xml", part("[Content_Types].xml").replace("/xl/workbook.xml", "/xl/other.xml"));
        otherWorkbook.put("xl/other.xml", part("xl/workbook.xml"));
        otherWorkbook.put("xl/_rels/other.xml.rels", relations.replace("sheet1.xml", "evil.xml"));
        assertRefused(archive(otherWorkbook, evil), "tables.tooComplex");

        Map<String, String> otherSheet = new LinkedHashMap<>(PARTS);
        otherSheet.put("xl/_rels/workbook.xml.rels", relations.replace("</Relationships>",
                "<Relationship Id=\"s\" Target=\"worksheets/evil.xml\" Type=\"theme\"/></Relationships>"));
        assertRefused(archive(otherSheet, evil), "tables.workbook");
    }

    private static String part(String name) {
        return Objects.requireNonNull(PARTS.get(name));
    }

    private static byte[] archive(Map<String, String> parts, String evil) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
            put(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>");
            put(zip, "xl/worksheets/evil.xml", evil);
        }
        return out.toByteArray();
    }

    /** Five bytes of an archive that is unpacked, and some fifty of memory: all texts are kept while it is read. */
    @Test
    void whatItsTextsTakeInMemoryIsKnownBeforeTheyAreRead() throws Exception {
        byte[] file = workbook("<row><c t=\"s\"><v>0</v></c></row>", zip ->
                put(zip, "xl/sharedStrings.xml", "<sst>" + "<si><t>Daisy</t></si>".repeat(10) + "<si/>".repeat(20) + "<si><t>Лютик</t></si></sst>"));

        try (WorkbookParts parts = new WorkbookParts(TableBytes.of(file), TableLimits.USUAL)) {
            assertThat(parts.texts()).isEqualTo(31 * 56 + 10 * 5 + 2 * 5);
        }
        assertThat(Tables.only(Tables.file(file)).rows().getFirst().text(0)).isEqualTo("Daisy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row><c t=\"s\"><v>x</v></c></row>",
        "<row><c t=\"d\"><v>2024-01-01</v></c></row>", "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>",
        "<row><c><f t=\"shared\" si=\"3\"/><v>1</v></c></row>", "<row><c><v>1</v></row>"})
    void whatIsBrokenIsRefusedAndNothingElse(String rows) throws IOException {
        assertRefused(workbook(rows), "tables.workbook");
    }

    @Test
    void entitiesAreNotResolved() throws IOException {
        String sheet = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>"
                + "<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
            put(zip, "xl/worksheets/sheet1.xml", sheet);
        }

        assertRefused(out.toByteArray(), "tables.workbook");
    }

    private static void assertRefused(byte[] file, String key) {
        assertThatThrownBy(() -> Tables.only(Tables.file(file))).isInstanceOf(RefusedException.class).hasMessage(key);
    }

    private interface More {

        void addTo(ZipOutputStream zip) throws IOException;
    }

    private static byte[] workbook(String rows) throws IOException {
        return workbook(rows, zip -> { });
    }

    private static byte[] workbook(String rows, More more) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
            put(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
            more.addTo(zip);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream part = zip;
        part.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
