package com.texchange.invitelists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchRow;
import com.texchange.batches.BatchRowFilter;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.ui.SearchField;
import com.texchange.invitelists.ListedInvitee;
import com.texchange.invitelists.Verdict;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.tables.TableReading;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@IntegrationTest
class ImportViewIT extends Page {

    private static final String ADDRESS = "exchange/distributors/import";
    @Autowired
    TestPeople people;
    @Autowired
    Batches batches;
    @Autowired
    Invitations invitations;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Пригласить списком, Проверить, Можно пригласить: 1 из 2, Неверная почта: 1, Пригласить: 1, Пока ничего не отправлено, Отменить, Отменено. Ничего не отправлено.",
        "en, Invite a list, Check, Can be invited: 1 of 2, Wrong e-mail: 1, Invite: 1, Nothing has been sent yet, Undo, Undone. Nothing was sent."})
    void aListIsCheckedConfirmedAndUndone(String language, String title, String check, String summary, String wrong,
            String invite, String waits, String undo, String undone) {
        SignedIn.as(supplier, language);
        open("exchange/distributors");
        click(title);
        paste("Ромашка;" + email + "\nЛютик;nonsense", check);
        assertThat(words()).contains(summary, wrong);
        assertThat(batches.count(InvitationBatches.KINDS, supplier)).isZero();

        click(invite);
        assertThat(words()).contains(waits);
        assertThat(find(Span.class).withClassName("countdown-seconds").single().getText()).matches("[12]\\d|30");
        click(undo);

        assertThat(notices()).anyMatch(notice -> notice.contains(undone));
        assertThat(batches.count(InvitationBatches.KINDS, supplier)).isZero();
    }

    @Test
    void anOpenPageFollowsTheBatchToItsEnd() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        assertThat(words()).contains("Списков и массовых действий ещё не было");
        paste("Ромашка;" + email + "\nЛютик;" + TestPeople.anyEmail(), "Проверить");
        click("Пригласить: 2");

        click("Начать сейчас");

        awaitWords("Выполнено: 2, отказано: 0, ожидает: 0, всего: 2");
        awaitWords("Завершено");
        Grid<BatchRow> rows = grid();
        assertThat(test(rows).size()).isEqualTo(2);
        assertThat(hasButton("Остановить")).isFalse();
        open(ADDRESS);
        assertThat(words()).doesNotContain("Списков и массовых действий ещё не было");
        assertThat(test(this.<Batch>grid()).size()).isEqualTo(1);
    }

    @Test
    void aListIsSearchedBeforeAndAfterItIsInvited() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ёлкин;" + email + ";;Казань\nЛютик;" + TestPeople.anyEmail() + ";;Москва\nВасилёк;nonsense;;Казань", "Проверить");
        Grid<ListedInvitee> preview = find(PreviewGrid.class).single();
        test(find(SearchField.class).single()).setValue("казань елк");
        assertThat(test(preview).size()).isEqualTo(1);
        test(find(SearchField.class).single()).setValue("");
        assertThat(test(preview).size()).isEqualTo(3);

        click("Пригласить: 2");
        test(find(SearchField.class).single()).setValue("москва");
        assertThat(test(this.<BatchRow>grid()).size()).isEqualTo(1);
        click("Отменить");
    }

    @Test
    void aFileIsCheckedAsWhatIsPasted() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);

        upload(("Ромашка;" + email).getBytes(StandardCharsets.UTF_8));

        awaitWords("Можно пригласить: 1 из 1");
    }

    /** The browser's own limit can be got around. */
    @Test
    void aFileThatIsTooLargeIsNotTaken() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);

        upload(("Ромашка;" + email + "\n".repeat(8_000_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(hasButton("Проверить")).isTrue();
        assertThat(find(PreviewGrid.class).exists()).isFalse();
    }

    @Test
    void aWorkbookIsReadAndEachLineAccountedFor() throws IOException {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);

        upload("list.xlsx", workbook(book -> {
            fill(book.createSheet("Список"), "Дистрибьюторы Юга", null, "Почта;Название", email + ";Ромашка",
                    TestPeople.anyEmail() + ";Лютик", null, "Почта;Название", "также;Василёк");
            book.createSheet("Пустой");
        }));

        awaitWords("Можно пригласить: 2 из 3");
        assertThat(words()).contains("Строк в таблице: 8 = с данными: 3 + заголовки: 3 + пустые: 2", "list.xlsx");
    }

    @Test
    void whichColumnIsWhichIsShownAndCanBeChanged() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Название;Контакт;Почта;Телефон\nРомашка;Иванов;nonsense;" + email, "Проверить");
        assertThat(words()).contains("Можно пригласить: 0 из 1", "Не используются столбцы: B: Контакт · D: Телефон");
        assertThat(choice("Электронная почта").getValue()).isEqualTo(2);
        assertThat(choice("Электронная почта").getHelperText()).isEqualTo("Например: nonsense");

        choice("Электронная почта").setValue(3);

        assertThat(words()).contains("Можно пригласить: 1 из 1", "Не используются столбцы: B: Контакт · C: Почта");
        choice("Строка заголовков").setValue(null);
        assertThat(words()).contains("Можно пригласить: 1 из 2", "Строк в таблице: 2 = с данными: 2 + заголовки: 0 + пустые: 0");
        choice("Название").setValue(3);
        assertThat(choice("Электронная почта").isInvalid()).isTrue();
        assertThat(find(ListPreview.class).exists()).as("nothing can be sent meanwhile").isFalse();
        click("Взять другую таблицу");
        assertThat(hasButton("Проверить")).isTrue();
    }

    @Test
    void aColumnThatIsMissingIsAskedFor() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Название;Адрес;Заметка\nРомашка;Казань, Мира 1;" + email + " (склад)", "Проверить");
        assertThat(choice("Электронная почта").isInvalid()).isTrue();
        assertThat(find(ListPreview.class).exists()).isFalse();

        choice("Электронная почта").setValue(2);

        assertThat(words()).contains("Можно пригласить: 0 из 1", "Неверная почта: 1");
    }

    @Test
    void ofSeveralSheetsOneIsAskedFor() throws IOException {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);

        upload("list.xlsx", workbook(book -> {
            fill(book.createSheet("Север"), "Ромашка;" + email);
            fill(book.createSheet("Юг"), "Лютик;" + TestPeople.anyEmail(), "Василёк;" + TestPeople.anyEmail());
        }));
        awaitWords("list.xlsx");
        assertThat(find(ListPreview.class).exists()).isFalse();
        Select<TableReading> sheet = select("Лист");
        assertThat(sheet.getHelperText()).startsWith("В книге несколько листов с данными");
        sheet.setValue(sheet.getListDataView().getItem(1));

        assertThat(words()).contains("Можно пригласить: 2 из 2");
    }

    /** Nobody has looked at it, so it is not taken by itself; but it can be chosen. */
    @Test
    void aSheetThatIsHiddenIsAskedForAlsoWhereItIsTheOnlyOneWithData() throws IOException {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);

        upload("list.xlsx", workbook(book -> {
            book.createSheet("Пустой");
            fill(book.createSheet("Список"), "Ромашка;" + email);
            book.setSheetVisibility(1, SheetVisibility.HIDDEN);
        }));
        awaitWords("list.xlsx");
        assertThat(find(ListPreview.class).exists()).isFalse();
        Select<TableReading> sheet = select("Лист");
        assertThat(sheet.getHelperText()).startsWith("Единственный лист с данными в книге скрыт");
        sheet.setValue(sheet.getListDataView().getItem(0));

        assertThat(words()).contains("Можно пригласить: 1 из 1");
    }

    @Test
    void whatTheFileDoesNotSayAboutItsEncodingIsAsked() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);

        upload("list.csv", ("№ 5;" + email).getBytes(Charset.forName("windows-1251")));
        awaitWords("list.csv");
        Select<TableReading> encoding = select("Кодировка файла");
        assertThat(encoding.getHelperText()).startsWith("По файлу не видно, в какой кодировке его буквы");
        encoding.setValue(encoding.getListDataView().getItems().filter(reading -> reading.name().equals("Windows-1251"))
                .findFirst().orElseThrow());

        Grid<ListedInvitee> preview = find(PreviewGrid.class).single();
        assertThat(test(preview).getRow(0).name()).isEqualTo("№ 5");
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Проверить, Кавычка не закрыта: 2., ИНН: число округлено: 1., Скачать непринятые строки",
        "en, Check, Quotation mark not closed: 2., Tax ID: rounded number: 1., Download the rows not taken"})
    void whatCannotBeReliedOnSaysWhatToDo(String language, String check, String quotes, String rounded, String download) {
        SignedIn.as(supplier, language);
        open(ADDRESS);

        paste("\"Ромашка;a@example.com\nЛютик\";b@example.com\nВасилёк;c@example.com;7.7E9\nКлевер;" + email, check);

        assertThat(words()).contains(quotes, rounded, download);
        assertThat(find(ListItem.class).all()).hasSize(2);
    }

    @Test
    void theReasonThatMostRowsHaveComesFirst() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);

        paste("Ромашка;" + email + "\nРомашка;" + email + "\nЛютик;nonsense\nКлевер;nonsense", "Проверить");

        assertThat(words()).contains("Неверная почта: 2 · Повторы в списке: 1");
    }

    /** Also what a screen reader alone is told: Vaadin's own words are English. */
    @Test
    void allThatIsSaidOfAFileIsInThePagesLanguage() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);

        JsonNode said = new ObjectMapper().valueToTree(find(Upload.class).single().getI18n());

        assertThat(leaves(said).filter(leaf -> !leaf.isNumber()).map(JsonNode::toString).toList())
                .isNotEmpty().allMatch(text -> text.matches(".*[а-яА-Я].*"));
    }

    private static Stream<JsonNode> leaves(JsonNode node) {
        return node.isValueNode() ? Stream.of(node) : node.valueStream().flatMap(ImportViewIT::leaves);
    }

    private void upload(byte[] file) {
        upload("list.csv", file);
    }

    private void upload(String name, byte[] file) {
        test(find(Upload.class).single()).upload(name, "application/octet-stream", file);
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> contents) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            contents.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    /** Rows whose cells are parted by semicolons; null for none. */
    private static void fill(Sheet sheet, @Nullable String... rows) {
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i] == null ? new String[0] : rows[i].split(";");
            for (int column = 0; column < cells.length; column++) {
                Row row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
                row.createCell(column).setCellValue(cells[column]);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String label) {
        return (Select<T>) find(Select.class).all().stream().filter(select -> label.equals(select.getLabel())).findFirst()
                .orElseThrow();
    }

    private Select<Integer> choice(String label) {
        return select(label);
    }

    @Test
    void theLanguageIsChosenForAllAndForARow() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка;" + email + "\nЛютик;" + TestPeople.anyEmail() + "\nDaisy;" + TestPeople.anyEmail() + ";;;en",
                "Проверить");
        Select<Locale> all = select("Язык писем");
        assertThat(all.getValue()).isEqualTo(Languages.RUSSIAN);
        all.setValue(Languages.ENGLISH);
        PreviewGrid preview = find(PreviewGrid.class).single();
        @SuppressWarnings("unchecked")
        Select<Locale> ofRow = (Select<Locale>) test(preview).getCellComponent(0, "language");
        ofRow.setValue(Languages.RUSSIAN);

        click("Пригласить: 3");

        Batch batch = batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst();
        assertThat(batches.rows(batch.id(), BatchRowFilter.NONE, 0, 10, supplier)).extracting(row -> row.details().get(InvitationBatches.LANGUAGE))
                .containsExactly("ru", "en", "en");
        batches.undo(batch.id(), supplier);
    }

    @Test
    void anAddressThatCanBeTakenForAnotherIsInvitedOnlyIfAPersonSaysSo() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка;" + email.replace("example", "еxample") + "\nЛютик;" + TestPeople.anyEmail(), "Проверить");
        assertThat(words()).contains("Можно пригласить: 1 из 2", "Похожие буквы в адресе: 1", "Пригласить: 1");

        PreviewGrid preview = find(PreviewGrid.class).single();
        Checkbox confirm = find(Checkbox.class, test(preview).getCellComponent(0, "result")).single();
        test(confirm).click();
        click("Пригласить: 2");

        Batch batch = batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst();
        assertThat(batches.rows(batch.id(), BatchRowFilter.NONE, 0, 10, supplier)).extracting(row -> row.details().get(InvitationBatches.EMAIL))
                .contains(email.replace("example", "еxample"));
        batches.undo(batch.id(), supplier);
    }

    @Test
    void whatIsDoubtfulInTwoWaysIsInvitedOnlyIfAPersonSaysBoth() {
        String taxId = TestPeople.anyTaxId();
        invitations.invite(new InviteRequest("Ромашка", TestPeople.anyEmail(), taxId, null, Languages.RUSSIAN), supplier);
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка-2;" + email.replace("example", "еxample") + ";" + taxId, "Проверить");

        PreviewGrid preview = find(PreviewGrid.class).single();
        List<Checkbox> doubts = find(Checkbox.class, test(preview).getCellComponent(0, "result")).all();
        assertThat(doubts).extracting(Checkbox::getLabel)
                .containsExactly("Это другая компания, пригласить с новым кодом", "Адрес верный, пригласить");
        test(doubts.getFirst()).click();
        assertThat(words()).contains("Пригласить: 0");
        test(doubts.getLast()).click();
        click("Пригласить: 1");

        batches.undo(batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst().id(), supplier);
    }

    @ParameterizedTest
    @CsvSource({"ru, Проверить, До знака @ точка не может стоять", "en, Check, Before the @ a dot"})
    void whatIsWrongWithAnAddressIsSaid(String language, String check, String message) {
        SignedIn.as(supplier, language);
        open(ADDRESS);
        paste("Ромашка;a..b@example.com", check);

        PreviewGrid preview = find(PreviewGrid.class).single();
        assertThat(test(preview).getCellComponent(0, "result").getElement().getText()).startsWith(message);
    }

    @Test
    void theRowsCanBeFilteredByTheirVerdict() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка;" + email + "\nЛютик;nonsense\nВасилёк;" + email, "Проверить");
        Select<Verdict> filter = select("Показать");

        filter.setValue(Verdict.REPEATED);

        Grid<ListedInvitee> preview = find(PreviewGrid.class).single();
        assertThat(test(preview).size()).isEqualTo(1);
        assertThat(test(preview).getRow(0).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"ru, Проверить, В таблице нет строк.", "en, Check, The table has no rows."})
    void whatIsNoListIsRefused(String language, String check, String refusal) {
        SignedIn.as(supplier, language);
        open(ADDRESS);

        click(check);

        assertThat(notices()).anyMatch(notice -> notice.contains(refusal));
        assertThat(find(ListPreview.class).exists()).isFalse();
    }

    @Test
    void aRefusalDoesNotStandOverTheNextTableThatIsTaken() {
        SignedIn.as(supplier, "en");
        open(ADDRESS);
        click("Check");

        paste("Daisy;" + email, "Check");

        assertThat(find(ListPreview.class).exists()).isTrue();
        assertThat(notices()).noneMatch(notice -> notice.contains("The table has no rows."));
    }

    @Test
    void theAddressOfAnyBatchLeadsToItsPage() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка;" + email, "Проверить");
        click("Пригласить: 1");
        Batch batch = batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst();

        open("batches/" + batch.id());

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(ADDRESS + "/" + batch.id());
        assertThat(words()).contains("Приглашения по списку");
        open(ADDRESS + "/" + batch.id() + "?state=refused");
        assertThat(grid().getEmptyStateText()).isEqualTo("Ничего не найдено");
        assertThat(test(grid()).size()).as("rows that the address asks for").isZero();
        writtenAddress();
        test((Select<?>) find(Select.class).single()).selectItem("Ожидают");
        assertThat(writtenAddress()).isEqualTo(ADDRESS + "/" + batch.id() + "?state=waiting");
        batches.undo(batch.id(), supplier);
    }

    @Test
    void anotherCompanysBatchIsNotFound() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка;" + email, "Проверить");
        click("Пригласить: 1");
        Batch batch = batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst();
        open(ADDRESS);
        SignedIn.as(people.supplier(), "ru");

        for (String address : List.of(ADDRESS, "batches")) {
            open(address + "/" + batch.id());
            assertThat(words()).doesNotContain("Приглашения по списку");
        }
        open(ADDRESS + "/nonsense");
        assertThat(words()).doesNotContain("Приглашения по списку");
        batches.undo(batch.id(), supplier);
    }

    private void paste(String table, String check) {
        test(find(TextArea.class).single()).setValue(table);
        click(check);
    }

    @SuppressWarnings("unchecked")
    private <T> Grid<T> grid() {
        return find(Grid.class).last();
    }
}
