package com.texchange.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.onboarding.Stage;
import com.texchange.tables.Cell;
import com.texchange.tables.TableFormat;
import com.texchange.tables.TableRow;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Tables;
import com.texchange.testing.TestPeople;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class OnboardingExportIT {

    @Autowired
    OnboardingExport export;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    Invitations invitations;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;
    private final String taxId = TestPeople.anyTaxId();
    private final String email = TestPeople.anyEmail();
    private Actor supplier;
    private OnboardingId formula;
    private OnboardingId plain;

    @BeforeEach
    void invite() {
        supplier = people.supplier();
        formula = invite("=HYPERLINK(\"http://evil.test\")", email, taxId);
        plain = invite("Ромашка; и Ко", TestPeople.anyEmail(), null);
    }

    private OnboardingId invite(String name, String address, String number) {
        return invitations.invite(new InviteRequest(name, address, number, "Казань", Languages.RUSSIAN), supplier).id();
    }

    @Test
    void itOpensInSpreadsheetProgramsAndNoCellIsAFormula() throws IOException {
        String file = export(OnboardingFilter.NONE, Sort.by("distributor"), "ru");

        assertThat(file).startsWith("\uFEFF\"Название\";").contains("\"'=HYPERLINK(\"\"http://evil.test\"\")\"");
        List<TableRow> rows = Tables.only(Tables.file(file.getBytes(StandardCharsets.UTF_8))).rows();
        assertThat(rows).extracting(row -> row.cell(0).text()).containsExactly("Название",
                "=HYPERLINK(\"http://evil.test\")", "Ромашка; и Ко");
        assertThat(rows.get(1).cells()).extracting(Cell::text).contains(email, taxId, "Казань", "Приглашён", supplier.name());
        assertThat(export(OnboardingFilter.NONE, Sort.unsorted(), "en")).startsWith("\uFEFF\"Name\",").contains("Invited");
    }

    @Test
    void aWorkbookKeepsCodesAndHasMoments() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(OnboardingFilter.NONE, Sort.by("distributor"), supplier, ZoneId.of("Europe/Moscow"), Languages.RUSSIAN,
                TableFormat.WORKBOOK, out);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Row row = book.getSheetAt(0).getRow(1);
            String code = queries.page(OnboardingFilter.NONE, Sort.by("distributor"), 0, 1, supplier).getFirst().code().value();
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("=HYPERLINK(\"http://evil.test\")");
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo(code);
            assertThat(row.getCell(3).getStringCellValue()).isEqualTo(taxId);
            assertThat(row.getCell(6).getLocalDateTimeCellValue().toLocalDate())
                    .isBetween(LocalDate.now(ZoneId.of("Europe/Moscow")).minusDays(1), LocalDate.now(ZoneId.of("Europe/Moscow")));
        }
    }

    @Test
    void timesNameTheirZoneInTheReadersLanguage() throws IOException {
        assertThat(export(OnboardingFilter.NONE, Sort.unsorted(), "ru").lines().findFirst().orElseThrow())
                .contains("\"На этапе с (Москва, UTC+3)\"", "\"Приглашение действует до (Москва, UTC+3)\"");
        assertThat(export(OnboardingFilter.NONE, Sort.unsorted(), "en").lines().findFirst().orElseThrow())
                .containsPattern("\\(Moscow[^)]*, UTC\\+3\\)");
    }

    @Test
    void filterAndOrderAreThoseOfTheList() throws IOException {
        assertThat(export(new OnboardingFilter("ромашка", null, 0), Sort.unsorted(), "ru")).doesNotContain(email);
        String descending = export(OnboardingFilter.NONE, Sort.by(Sort.Direction.DESC, "distributor"), "ru");
        assertThat(descending.indexOf("Ромашка")).isLessThan(descending.indexOf("HYPERLINK"));
    }

    @Test
    void eachSeesWhatItsListShows() throws IOException {
        assertThat(export(people.supplier(), OnboardingFilter.NONE, "en").lines()).hasSize(1);
        assertThat(export(people.processManager(), new OnboardingFilter(email, null, 0), "en"))
                .startsWith("\uFEFF\"Supplier\",").contains(email);
        Actor distributor = people.distributor(0);
        assertThatThrownBy(() -> export(distributor, OnboardingFilter.NONE, "en"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theListIsSearchedByTaxIdAndByTimeAtTheStage() {
        assertThat(rows(new OnboardingFilter(taxId, null, 0))).containsExactly(formula);
        assertThat(rows(new OnboardingFilter("ромашка гвоздика", null, 0))).isEmpty();
        assertThat(rows(new OnboardingFilter("", Stage.INVITED, 0))).containsExactlyInAnyOrder(formula, plain);
        assertThat(rows(new OnboardingFilter("", null, 7))).isEmpty();
        jdbc.sql("update onboarding set stage_since = stage_since - interval '8 days' where id = ?")
                .param(plain.value()).update();
        assertThat(rows(new OnboardingFilter("", null, 7))).containsExactly(plain);
        assertThat(queries.count(new OnboardingFilter("", Stage.INVITED, 7), supplier).number()).isEqualTo(1);
        assertThat(rows(new OnboardingFilter("", null, 30))).isEmpty();
    }

    private List<OnboardingId> rows(OnboardingFilter filter) {
        return queries.page(filter, Sort.unsorted(), 0, 10, supplier).stream().map(OnboardingRow::id).toList();
    }

    private String export(OnboardingFilter filter, Sort sort, String language) throws IOException {
        return export(supplier, filter, sort, language);
    }

    private String export(Actor actor, OnboardingFilter filter, String language) throws IOException {
        return export(actor, filter, Sort.unsorted(), language);
    }

    private String export(Actor actor, OnboardingFilter filter, Sort sort, String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(filter, sort, actor, ZoneId.of("Europe/Moscow"), Locale.of(language), TableFormat.CSV, out);
        return out.toString("UTF-8");
    }
}
