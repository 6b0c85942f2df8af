package com.texchange.invitelists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchRow;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.invitelists.ListedInvitee;
import com.texchange.invitelists.Verdict;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ImportViewIT extends Page {

    private static final String ADDRESS = "exchange/distributors/import";
    @Autowired
    TestPeople people;
    @Autowired
    Batches batches;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Пригласить списком, Проверить список, Можно пригласить: 1 из 2, Неверная почта: 1, Пригласить: 1, Пока ничего не отправлено, Отменить, Отменено. Ничего не отправлено.",
        "en, Invite a list, Check the list, Can be invited: 1 of 2, Wrong e-mail: 1, Invite: 1, Nothing has been sent yet, Undo, Undone. Nothing was sent."})
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
        assertThat(words()).contains("Для многих дистрибьюторов ещё ничего не запускали");
        paste("Ромашка;" + email + "\nЛютик;" + TestPeople.anyEmail(), "Проверить список");
        click("Пригласить: 2");

        click("Начать сейчас");

        awaitWords("Выполнено: 2, отказано: 0, ожидает: 0, всего: 2");
        awaitWords("Завершено");
        Grid<BatchRow> rows = grid();
        assertThat(test(rows).size()).isEqualTo(2);
        assertThat(hasButton("Остановить")).isFalse();
        open(ADDRESS);
        assertThat(words()).doesNotContain("ещё ничего не запускали");
        assertThat(test(this.<Batch>grid()).size()).isEqualTo(1);
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

        assertThat(hasButton("Проверить список")).isTrue();
        assertThat(find(PreviewGrid.class).exists()).isFalse();
    }

    private void upload(byte[] file) {
        test(find(Upload.class).single()).upload("list.csv", "text/csv", file);
    }

    @Test
    void theLanguageIsChosenForAllAndForARow() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка;" + email + "\nЛютик;" + TestPeople.anyEmail() + "\nDaisy;" + TestPeople.anyEmail() + ";;;en",
                "Проверить список");
        Select<Locale> all = language("Язык писем");
        assertThat(all.getValue()).isEqualTo(Languages.RUSSIAN);
        all.setValue(Languages.ENGLISH);
        PreviewGrid preview = find(PreviewGrid.class).single();
        @SuppressWarnings("unchecked")
        Select<Locale> ofRow = (Select<Locale>) test(preview).getCellComponent(0, "language");
        ofRow.setValue(Languages.RUSSIAN);

        click("Пригласить: 3");

        Batch batch = batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst();
        assertThat(batches.rows(batch.id(), null, 0, 10, supplier)).extracting(row -> row.details().get(InvitationBatches.LANGUAGE))
                .containsExactly("ru", "en", "en");
        batches.undo(batch.id(), supplier);
    }

    @Test
    void anAddressThatCanBeTakenForAnotherIsInvitedOnlyIfAPersonSaysSo() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка;" + email.replace("example", "еxample") + "\nЛютик;" + TestPeople.anyEmail(), "Проверить список");
        assertThat(words()).contains("Можно пригласить: 1 из 2", "Похожие буквы в адресе: 1", "Пригласить: 1");

        PreviewGrid preview = find(PreviewGrid.class).single();
        Checkbox confirm = find(Checkbox.class, test(preview).getCellComponent(0, "result")).single();
        test(confirm).click();
        click("Пригласить: 2");

        Batch batch = batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst();
        assertThat(batches.rows(batch.id(), null, 0, 10, supplier)).extracting(row -> row.details().get(InvitationBatches.EMAIL))
                .contains(email.replace("example", "еxample"));
        batches.undo(batch.id(), supplier);
    }

    @ParameterizedTest
    @CsvSource({"ru, Проверить список, До знака @ точка не может стоять", "en, Check the list, Before the @ a dot"})
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
        paste("Ромашка;" + email + "\nЛютик;nonsense\nВасилёк;" + email, "Проверить список");
        @SuppressWarnings("unchecked")
        Select<Verdict> filter = (Select<Verdict>) find(Select.class).all().stream()
                .filter(select -> "Показать".equals(select.getLabel())).findFirst().orElseThrow();

        filter.setValue(Verdict.REPEATED);

        Grid<ListedInvitee> preview = find(PreviewGrid.class).single();
        assertThat(test(preview).size()).isEqualTo(1);
        assertThat(test(preview).getRow(0).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"ru, Проверить список, В таблице нет строк.", "en, Check the list, The table has no rows."})
    void whatIsNoListIsRefused(String language, String check, String refusal) {
        SignedIn.as(supplier, language);
        open(ADDRESS);

        click(check);

        assertThat(notices()).anyMatch(notice -> notice.contains(refusal));
        assertThat(find(ListPreview.class).exists()).isFalse();
    }

    @Test
    void theAddressOfAnyBatchLeadsToItsPage() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка;" + email, "Проверить список");
        click("Пригласить: 1");
        Batch batch = batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst();

        open("batches/" + batch.id());

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(ADDRESS + "/" + batch.id());
        assertThat(words()).contains("Приглашения по списку");
        batches.undo(batch.id(), supplier);
    }

    @Test
    void anotherCompanysBatchIsNotFound() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        paste("Ромашка;" + email, "Проверить список");
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

    @SuppressWarnings("unchecked")
    private Select<Locale> language(String label) {
        return (Select<Locale>) find(Select.class).all().stream()
                .filter(select -> label.equals(select.getLabel())).findFirst().orElseThrow();
    }
}
