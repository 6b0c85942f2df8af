package com.texchange.licenses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Role;
import com.texchange.licenses.Licenses;
import com.texchange.licenses.SheetRow;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class LoadLicensesViewIT extends SpringBrowserlessTest {

    @Autowired
    SampleBusiness business;
    @Autowired
    Licenses licenses;

    @ParameterizedTest
    @CsvSource({
        "ru, Проверить, Загрузить, Будет загружена, Номер: нужно от 1 до 40 цифр",
        "en, Check, Load, Will be loaded, Number: 1 to 40 digits needed"})
    void checksATableAndLoadsItsValidRows(String language, String check, String load, String valid, String malformed) {
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

        assertThat(licenses.count(distributor.id())).isEqualTo(1);
        assertThat(findInView(TextArea.class).single().isEmpty()).isTrue();
        assertThat(findInView(Button.class).withText(load).exists()).isFalse();
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
        SignedIn.as(business.person(null, Role.SALES), language);
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
    private ComboBox<CompanyInfo> distributors() {
        return findInView(ComboBox.class).single();
    }
}
