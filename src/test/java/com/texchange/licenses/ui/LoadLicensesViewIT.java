package com.texchange.licenses.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.LoadId;
import com.texchange.common.Role;
import com.texchange.licenses.LicenseColumn;
import com.texchange.licenses.LicenseLoad;
import com.texchange.licenses.LicenseLoading;
import com.texchange.licenses.Licenses;
import com.texchange.licenses.SheetRow;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.ui.TableFaults;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.Tables;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class LoadLicensesViewIT extends SpringBrowserlessTest {

    /** The fewest. */
    private static final int ROWS_OF_A_LONG_TABLE = 10_001;

    @Autowired
    SampleBusiness business;
    @Autowired
    Licenses licenses;
    @Autowired
    LicenseLoading loading;
    @Autowired
    JdbcClient jdbc;

    private Actor sales;

    @ParameterizedTest
    @CsvSource({
        "ru, Проверить, Загрузить, Будет загружена, Номер: нужно от 1 до 40 цифр, Загружена, Загружено лицензий: 1",
        "en, Check, Load, Will be loaded, Number: 1 to 40 digits needed, Loaded, Licenses loaded: 1"})
    void checksATableAndLoadsItsValidRows(String language, String check, String load, String valid, String malformed,
            String loaded, String done) {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор " + SampleBusiness.taxId() + "»");
        open(language);
        assertThat(findInView(Button.class).withText(load).exists()).isFalse();

        test(findInView(TextArea.class).single()).setValue(SampleBusiness.taxId() + ";"
                + SampleBusiness.activationCode() + ";Агент\nbad 1;1\n");
        test(button(check)).click();
        assertThat(test(preview()).getCellText(0, 1)).isEqualTo(malformed);
        assertThat(test(preview()).getCellText(1, 1)).isEqualTo(valid);
        test(button(load)).click();
        assertThat(distributors().isInvalid()).isTrue();

        test(distributors()).setFilter(distributor.name());
        distributors().setValue(test(distributors()).getSuggestionItems().getFirst());
        test(button(load)).click();

        await().until(() -> licenses.count(distributor.id()) == 1);
        String address = UI.getCurrent().getInternals().getActiveViewLocation().getPath();
        assertThat(address).startsWith("licenses/load/");
        await().until(() -> loading.find(LoadId.of(address.substring("licenses/load/".length())), sales).orElseThrow().state()
                == LicenseLoad.State.LOADED);
        navigate(address, LoadView.class);
        assertThat(find(Span.class).all()).extracting(Span::getText).contains(done);
        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText).anyMatch(text -> text.contains(distributor.name()));
        assertThat(test(preview()).getCellText(0, 1)).isEqualTo(malformed);
        assertThat(test(preview()).getCellText(1, 1)).isEqualTo(loaded);
        assertThat(findInView(Button.class).withText(load).exists()).isFalse();
        assertThat(verdicts().getValue()).isNull();
        UI.getCurrent().navigate(address, QueryParameters.of("verdict", "valid"));
        assertThat(verdicts().getValue()).isEqualTo(Verdict.VALID);
        assertThat(test(preview()).size()).isEqualTo(1);
        UI.getCurrent().navigate(address, QueryParameters.of("verdict", "taken"));
        assertThat(test(preview()).size()).as("of a verdict that no row has").isEqualTo(2);

        navigate(LoadLicensesView.class);
        assertThat(findInView(TextArea.class).single().isEmpty()).isTrue();
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains(address);
    }

    @ParameterizedTest
    @CsvSource({"ru, Проверить строки: 10 001, Загрузить, Таблица проверена. Выберите дистрибьютора и загрузите лицензии., Таблица проверена. Загрузите лицензии.",
        "en, 'Check the rows: 10,001', Load, The table is checked. Choose the distributor and load the licenses., The table is checked. Load the licenses."})
    void aLongTableIsCheckedAndLoadedOnItsOwnPage(String language, String check, String load, String checked, String chosen) {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор " + SampleBusiness.taxId() + "»");
        open(language);
        giveLongTable();
        test(button(language.equals("ru") ? "Проверить" : "Check")).click();
        assertThat(findInView(Grid.class).exists()).isFalse();
        test(findInView(Button.class).all().stream().filter(button -> button.getText().replace('\u00A0', ' ').equals(check))
                .findFirst().orElseThrow()).click();

        String address = UI.getCurrent().getInternals().getActiveViewLocation().getPath();
        LoadId id = LoadId.of(address.substring("licenses/load/".length()));
        await().until(() -> loading.find(id, sales).orElseThrow().state() == LicenseLoad.State.CHECKED);
        navigate(address, LoadView.class);
        assertThat(find(Span.class).all()).extracting(Span::getText).contains(checked).doesNotContain(chosen);
        assertThat(test(preview()).size()).isEqualTo(ROWS_OF_A_LONG_TABLE);
        test(button(load)).click();
        assertThat(distributors().isInvalid()).isTrue();

        test(distributors()).setFilter(distributor.name());
        distributors().setValue(test(distributors()).getSuggestionItems().getFirst());
        assertThat(find(Span.class).all()).extracting(Span::getText).contains(chosen).doesNotContain(checked);
        distributors().clear();
        assertThat(find(Span.class).all()).extracting(Span::getText).contains(checked).doesNotContain(chosen);
        choose(distributor);
        test(button(load)).click();

        await().until(() -> licenses.count(distributor.id()) == ROWS_OF_A_LONG_TABLE);
    }

    /** Where the table was given, and on its own page, however often that is opened. */
    @Test
    void theDistributorOfALongTableStaysChosen() {
        CompanyInfo first = business.distributor("ООО «Дистрибьютор " + SampleBusiness.taxId() + "»");
        CompanyInfo second = business.distributor("ООО «Дистрибьютор " + SampleBusiness.taxId() + "»");
        open("ru");
        choose(first);
        giveLongTable();
        test(button("Проверить")).click();
        test(findInView(Button.class).all().stream().filter(button -> button.getText().startsWith("Проверить строки"))
                .findFirst().orElseThrow()).click();
        String address = UI.getCurrent().getInternals().getActiveViewLocation().getPath();
        LoadId id = LoadId.of(address.substring("licenses/load/".length()));
        await().until(() -> loading.find(id, sales).orElseThrow().state() == LicenseLoad.State.CHECKED);

        openAnew(address);
        assertThat(distributors().getValue()).isEqualTo(first);
        assertThat(find(Span.class).all()).extracting(Span::getText).contains("Таблица проверена. Загрузите лицензии.");
        choose(second);
        openAnew(address);
        assertThat(distributors().getValue()).isEqualTo(second);
        test(button("Загрузить")).click();

        await().until(() -> licenses.count(second.id()) == ROWS_OF_A_LONG_TABLE);
        assertThat(licenses.count(first.id())).isZero();
    }

    @Test
    void anOwnerWhoHasBeenRegisteredSinceIsKnownWhenThePageIsOpenedAnew() {
        open("ru");
        String taxId = SampleBusiness.taxId().value();
        LoadId id = loading.check(Tables.of(LicenseColumn.class, "%s;%s;Агент;1.0;;%s%n".formatted(SampleBusiness.taxId(),
                SampleBusiness.activationCode(), taxId)), sales);
        loading.choose(id, business.distributor("ООО «Дистрибьютор»").id(), sales);
        openAnew("licenses/load/" + id);
        assertThat(test(preview()).getCellText(0, 1)).isEqualTo("Владелец не зарегистрирован");
        jdbc.sql("update company set tax_id = ? where id = ?").params(taxId, business.supplier("ООО «Новый владелец»").id().value()).update();

        openAnew("licenses/load/" + id);
        assertThat(test(preview()).getCellText(0, 1)).isEqualTo("Будет загружена");
        loading.discard(id, sales);
    }

    private void openAnew(String address) {
        navigate(LoadLicensesView.class);
        navigate(address, LoadView.class);
    }

    private void choose(CompanyInfo distributor) {
        test(distributors()).setFilter(distributor.name());
        distributors().setValue(test(distributors()).getSuggestionItems().getFirst());
    }

    private void giveLongTable() {
        String prefix = SampleBusiness.taxId().value();
        test(findInView(TextArea.class).single()).setValue(IntStream.range(0, ROWS_OF_A_LONG_TABLE).mapToObj(i -> "%s%06d7;%s\n".formatted(prefix, i,
                SampleBusiness.activationCode())).collect(Collectors.joining()));
    }

    @Test
    void whatIsNoLoadIsNotFound() {
        open("ru");

        assertThatThrownBy(() -> navigate("licenses/load/" + UUID.randomUUID(), LoadView.class)).isNotNull();
        assertThatThrownBy(() -> navigate("licenses/load/x", LoadView.class)).isNotNull();
    }

    @Test
    void theHeadingDecidesAndCanBeOverruled() {
        open("ru");
        test(findInView(TextArea.class).single()).setValue("Версия;Пользователь;Лицензия;Код активации;Заметка\n1.0.24;Агент;"
                + SampleBusiness.taxId() + ";" + SampleBusiness.activationCode() + ";Сменщик\n");
        test(button("Проверить")).click();
        assertThat(test(preview()).getRow(0)).extracting(SheetRow::userName, SheetRow::configVersion)
                .containsExactly("Агент", "1.0.24");
        assertThat(findInView(Paragraph.class).all()).extracting(Paragraph::getText)
                .contains("Строк в таблице: 2 = с данными: 1 + заголовки: 1 + пустые: 0");

        choice("Пользователь").setValue(4);

        assertThat(test(preview()).getRow(0).userName()).isEqualTo("Сменщик");
        choice("Код активации").setValue(0);
        assertThat(choice("Версия конфигурации").getValue()).isNull();
        assertThat(test(preview()).getRow(0).verdict()).isEqualTo(SheetRow.Verdict.CODE_MALFORMED);
        assertThat(button("Загрузить").isEnabled()).isFalse();
    }

    /** A large one is a file, of which a person has two at once: the form would keep one of them for nothing. */
    @Test
    void aTableThatIsPutAsideIsNotKept() {
        open("ru");
        test(findInView(TextArea.class).single()).setValue("Лицензия;Код активации\n" + SampleBusiness.taxId() + ";"
                + SampleBusiness.activationCode() + "\n");
        test(button("Проверить")).click();
        Select<Integer> heading = choice("Строка заголовков");
        assertThat(heading.getListDataView().getItemCount()).isEqualTo(1);

        test(button("Взять другую таблицу")).click();
        assertThat(heading.getListDataView().getItemCount()).isZero();

        test(button("Проверить")).click();
        assertThat(heading.getValue()).isZero();
        assertThat(test(preview()).getRow(0).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void everyReasonIsCountedAboveTheRowsTheLargestFirst() {
        open("ru");
        test(findInView(TextArea.class).single()).setValue("Лицензия;Код активации\n7.7E19;" + SampleBusiness.activationCode() + "\n"
                + SampleBusiness.taxId() + ";1\n" + SampleBusiness.taxId() + ";2\n"
                + SampleBusiness.taxId() + ";" + SampleBusiness.activationCode() + "\n");
        test(button("Проверить")).click();

        assertThat(reasons(findInView(TableFaults.class).single())).hasSize(2)
                .satisfiesExactly(first -> assertThat(first).isEqualTo("Код: нужен вид NNNN-NNNN-NNNN-NNNN: 2."),
                        second -> assertThat(second).startsWith("Лицензия: число округлено: 1.").contains("15 цифр"));
    }

    @ParameterizedTest
    @CsvSource({"ru, Другие причины: 6.", "en, Other reasons: 6."})
    void ofManyReasonsTheSmallestAreCountedTogether(String language, String others) {
        open(language);
        TableFaults faults = new TableFaults();

        faults.show(Map.of(), IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toMap(count -> "Reason " + count, count -> count)));

        assertThat(reasons(faults)).hasSize(10).startsWith("Reason 12: 12.", "Reason 11: 11.").endsWith("Reason 4: 4.", others);
    }

    private static List<String> reasons(TableFaults faults) {
        return faults.getElement().getChildren().map(Element::getTextRecursively).toList();
    }

    @ParameterizedTest
    @CsvSource({"ru, Ничего не найдено", "en, Nothing found"})
    void theDistributorIsFoundByAnyWordOfItsNameAndElseTheFieldSaysSo(String language, String nothing) {
        CompanyInfo distributor = business.distributor("ООО «Ёлкин и сын " + SampleBusiness.taxId() + "»");
        open(language);

        test(distributors()).setFilter("сын " + distributor.taxId() + " елкин");
        assertThat(test(distributors()).getSuggestionItems()).containsExactly(distributor);
        assertThat(distributors().getHelperText()).isNull();
        test(distributors()).setFilter("сын " + distributor.taxId() + " палкин");
        assertThat(test(distributors()).getSuggestionItems()).isEmpty();
        assertThat(distributors().getHelperText()).isEqualTo(nothing);
    }

    @Test
    void saysWhyATableIsRefused() {
        open("en");

        test(button("Check")).click();

        assertThat(find(Notification.class).all()).isNotEmpty();
    }

    @SuppressWarnings("unchecked")
    private Select<Integer> choice(String label) {
        return (Select<Integer>) findInView(Select.class).all().stream()
                .filter(select -> label.equals(select.getLabel())).findFirst().orElseThrow();
    }

    private void open(String language) {
        sales = business.person(null, Role.SALES);
        SignedIn.as(sales, language);
        navigate(LoadLicensesView.class);
    }

    private Button button(String text) {
        return findInView(Button.class).withText(text).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<SheetRow> preview() {
        return findInView(Grid.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<Verdict> verdicts() {
        return (Select<Verdict>) findInView(Select.class).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CompanyInfo> distributors() {
        return findInView(ComboBox.class).single();
    }
}
