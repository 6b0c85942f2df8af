package com.texchange.reconciliation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.reconciliation.Finding;
import com.texchange.reconciliation.FindingRow;
import com.texchange.testing.SignedIn;
import com.texchange.testing.SupplierPage;
import com.texchange.testing.Tables;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supplier gives its list, looks what differs, and puts it right from there. */
@WithoutProcess
class ReconciliationViewIT extends SupplierPage {

    private String code;
    private List<LicenseId> licenses;

    @BeforeEach
    void licenses() {
        code = place.code().value();
        licenses = business.licenses(distributor, 3);
    }

    @Test
    void theListIsComparedAndWhatDiffersIsPutRightFromThere() {
        connect(licenses.subList(0, 2), distributorPerson);
        SignedIn.as(supplierPerson, "ru");
        open("exchange/licenses");
        assertThat(find(Anchor.class).withText("Сверка").single().getHref()).isEqualTo("exchange/reconciliation");
        open("exchange/reconciliation");
        assertThat(words()).contains("Списков ещё не сверяли");
        assertThat(hasButton("Сверить")).isFalse();

        compare(number(0) + ";" + code, number(2) + ";" + code, "28318880842714221959;" + code);

        String address = UI.getCurrent().getActiveViewLocation().getPath();
        assertThat(address).startsWith("exchange/reconciliation/");
        assertThat(words()).contains("Совпадает: 1", "Только у Вас: 1", "Только у Вас, здесь неизвестна: 1", "Только в Т-Обмене: 1");
        assertThat(shown()).containsExactly(Finding.AGREES, Finding.LIST_ONLY, Finding.UNKNOWN, Finding.EXCHANGE_ONLY);
        filter().setValue(Finding.EXCHANGE_ONLY);
        assertThat(shown()).containsExactly(Finding.EXCHANGE_ONLY);
        filter().clear();
        find(TextField.class).single().setValue(number(2));
        assertThat(shown()).containsExactly(Finding.LIST_ONLY);
        find(TextField.class).single().clear();

        click("Подключить «Только у Вас»: 1");
        awaitWords("Будут подключены: 1");
        assertThat(verdicts()).containsExactly("Будут подключены: 1");
        click("Подключить");
        assertThat(words()).contains("Операций выполняется: 1");
        carryOut("connect-licenses", "publish-connections");
        open("company");
        open(address);
        awaitWords("Совпадает: 2");
        assertThat(words()).doesNotContain("Операций выполняется");
        assertThat(button("Подключить «Только у Вас»: 0").isEnabled()).isFalse();
        assertThat(button("Подключить «Только у Вас»: 0").getTooltip().getText()).isEqualTo("Лицензий с итогом «Только у Вас» нет");

        click("Отключить «Только в Т-Обмене»: 1");
        awaitWords("Будут отключены: 1");
        assertThat(verdicts()).containsExactly("Будут отключены: 1");
        click("Отключить");
        carryOut("disconnect-licenses", "confirm-disconnection");
        click("Сверить снова");
        Awaitility.await().pollInSameThread().until(() -> {
            roundTrip();
            return !words().contains("Только в Т-Обмене: 1");
        });
        assertThat(shown()).containsExactly(Finding.AGREES, Finding.AGREES, Finding.UNKNOWN);

        open("exchange/reconciliation");
        assertThat(findInView(Grid.class).single().getDataCommunicator().getItemCount()).isEqualTo(1);
    }

    @Test
    void whatIsPutRightElsewhereSaysHow() {
        String another = business.partners(supplier, business.distributor("АО «Бета»")).code().value();
        connect(licenses.subList(0, 1), distributorPerson);
        SignedIn.as(supplierPerson, "ru");
        open("exchange/reconciliation");
        compare(number(0) + ";" + another, number(1) + ";" + another, number(2) + ";" + code);

        assertThat(shown()).containsExactly(Finding.OTHER_CODE, Finding.LIST_ONLY_ELSEWHERE, Finding.LIST_ONLY);
        assertThat(toDo(0)).startsWith("Подключена к Вам под кодом " + code);
        assertThat(toDo(1)).startsWith("У её дистрибьютора код " + code);
        assertThat(toDo(2)).as("that is what the button does").isEmpty();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("CSV").single()).download(file);
        assertThat(Tables.column(file, 7)).containsExactly("Что сделать", toDo(0), toDo(1), "");

        click("Подключить под кодом Т-Обмена: 1");
        awaitWords("Будут подключены: 1");
        assertThat(words()).contains("под их кодами, а не под кодами из Вашего списка");
        click("Подключить");
        carryOut("connect-licenses", "publish-connections");
        click("Сверить снова");
        awaitWords("Под другим кодом: 2");
        assertThat(shown()).containsExactly(Finding.OTHER_CODE, Finding.OTHER_CODE, Finding.LIST_ONLY);
        assertThat(hasButton("Подключить под кодом Т-Обмена: 0")).isFalse();
    }

    private String toDo(int line) {
        Grid<?> grid = findInView(Grid.class).single();
        return String.valueOf(test(grid).getLitRendererPropertyValue(line, "finding", "toDo", Object.class));
    }

    @Test
    void nothingIsDisconnectedWhileARowCannotBeRead() {
        connect(licenses, distributorPerson);
        SignedIn.as(supplierPerson, "en");
        open("exchange/reconciliation");

        compare("2,83189E+19;" + code);

        assertThat(words()).contains("Mistake in the row: 1", "Only in T-Exchange: 3", "Rows whose license cannot be read: 1");
        assertThat(button("Disconnect “Only in T-Exchange”: 3").isEnabled()).isFalse();
        assertThat(button("Disconnect “Only in T-Exchange”: 3").getTooltip().getText()).startsWith("First correct the rows");
    }

    @Test
    void whatIsOrderedIsWhatDiffersByThen() {
        SignedIn.as(supplierPerson, "en");
        open("exchange/reconciliation");
        compare(number(0) + ";" + code);
        connect(licenses.subList(0, 1), distributorPerson);

        click("Connect “Only in your list”: 1");
        awaitWords("Agrees: 1");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(notices()).anyMatch(notice -> notice.contains("Nothing differs here any more"));
    }

    @Test
    void whatIsSearchedForIsInTheAddress() {
        SignedIn.as(supplierPerson, "ru");
        open("exchange/reconciliation");
        compare(number(0) + ";" + code, number(2) + ";" + code, "28318880842714221959;" + code);
        String path = UI.getCurrent().getActiveViewLocation().getPath();
        writtenAddress();
        test(find(TextField.class).single()).setValue(number(2));
        assertThat(writtenAddress()).isEqualTo(path + "?search=" + number(2));
        open("company");

        open(path + "?search=" + number(2) + "&finding=list-only");
        assertThat(find(TextField.class).single().getValue()).isEqualTo(number(2));
        assertThat(filter().getValue()).isEqualTo(Finding.LIST_ONLY);
        assertThat(shown()).containsExactly(Finding.LIST_ONLY);
    }

    @Test
    void somebodyElsesIsAsUnknownAsNone() {
        SignedIn.as(supplierPerson, "ru");
        open("exchange/reconciliation");
        compare(number(0) + ";" + code);
        String address = UI.getCurrent().getActiveViewLocation().getPath();

        SignedIn.as(business.person(business.supplier("ООО «Другой»"), Role.SUPPLIER), "ru");
        open("company");
        open(address);

        assertThat(words()).contains("Страница не найдена");
    }

    private void compare(String... rows) {
        test(find(TextArea.class).single()).setValue("Лицензия;Код дистрибьютора\n" + String.join("\n", rows));
        click(hasButton("Проверить") ? "Проверить" : "Check");
        click(hasButton("Сверить") ? "Сверить" : "Compare");
    }

    /** The one order of the supplier's that is under way. */
    private void carryOut(String... steps) {
        String order = jdbc.sql("select id::text from connection_order where acting_id = ? and state = 'PLACED'")
                .param(supplier.id().value()).query(String.class).single();
        jobs.carryOut(order, steps);
    }

    private String number(int license) {
        return jdbc.sql("select number from license where id = ?").param(licenses.get(license).value()).query(String.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<Finding> filter() {
        return (Select<Finding>) findInView(Select.class).single();
    }

    private List<Finding> shown() {
        Grid<?> grid = findInView(Grid.class).single();
        return IntStream.range(0, test(grid).size()).mapToObj(i -> ((FindingRow) test(grid).getRow(i)).finding()).toList();
    }
}
