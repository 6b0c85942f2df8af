package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.testing.WithoutProcess;
import com.vaadin.browserless.MetaKeys;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.internal.JacksonUtils;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is selected there, whatever is looked for meanwhile. */
@WithoutProcess
class ServicesSelectionIT extends ServicesPage {

    private static final MetaKeys SHIFT = new MetaKeys().shift();

    @Test
    void whatIsSelectedBeforeASearchIsToldAndCanBeTakenBack() {
        business.partners(supplier, distributor);
        List<LicenseId> licenses = business.licenses(distributor, 4);
        jdbc.sql("update license set user_name = 'Ёлкин' where id = ?").param(licenses.getLast().value()).update();
        open("ru");
        test(grid()).select(1);
        test(grid()).select(2);

        search("елкин");
        assertThat(hidden()).isEqualTo("Выбрано 2, из них 2 не показано");
        assertThat(box(0)).isEqualTo("SOME");
        test(grid()).select(1);
        assertThat(hidden()).isEqualTo("Выбрано 3, из них 2 не показано");
        assertThat(box(0)).isEqualTo("ALL");

        test(find(Button.class).withText("Снять выделение").single()).click();
        assertThat(hidden()).isEmpty();
        assertThat(texts()).contains("Выбрано лицензий: 0");
        assertThat(connect().isEnabled()).isFalse();
        assertThat(box(0)).isEqualTo("NONE");
    }

    @Test
    void theBoxOfASupplierIsAsThoseOfItsLicensesAre() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 3);
        open("en");
        assertThat(box(0)).isEqualTo("NONE");

        test(grid()).select(0);
        assertThat(box(0)).isEqualTo("ALL");
        assertThat(List.of(isSelected(1), isSelected(2), isSelected(3))).containsOnly(true);
        grid().deselect(test(grid()).getRow(2));
        assertThat(box(0)).isEqualTo("SOME");
        assertThat(isSelected(2)).isFalse();
        assertThat(texts()).contains("Licenses selected: 2");
        test(grid()).select(2);
        assertThat(box(0)).isEqualTo("ALL");
        grid().deselect(test(grid()).getRow(0));
        assertThat(box(0)).isEqualTo("NONE");
    }

    @Test
    void aSearchLaterTakesItsRowsOutOfAllThatIsSelectedOrPutsThemBack() {
        business.partners(supplier, distributor);
        List<LicenseId> licenses = business.licenses(distributor, 5);
        jdbc.sql("update license set user_name = 'Ёлкин' where id = any(:ids::uuid[])").param("ids",
                licenses.subList(0, 2).stream().map(LicenseId::toString).toArray(String[]::new)).update();
        open("ru");
        test(grid()).select(0);
        search("елкин");
        assertThat(hidden()).isEqualTo("Выбрано 5, из них 3 не показано");

        grid().deselect(test(grid()).getRow(0));
        assertThat(hidden()).isEqualTo("Выбрано 3, из них 3 не показано");
        test(grid()).select(0);
        assertThat(hidden()).isEqualTo("Выбрано 5, из них 3 не показано");
        grid().deselect(test(grid()).getRow(1));
        search("");

        assertThat(texts()).contains("Выбрано лицензий: 4");
        assertThat(List.of(isSelected(1), isSelected(2), isSelected(3))).containsExactly(false, true, true);
        search("агент");
        test(grid()).select(0);
        assertThat(hidden()).isEqualTo("Выбрано 4, из них 1 не показано");
    }

    @Test
    void allThatASearchFoundAndARowOfAnotherAreSelectedTogether() {
        business.partners(supplier, distributor);
        List<LicenseId> licenses = business.licenses(distributor, 4);
        jdbc.sql("update license set user_name = 'Ёлкин' where id = ?").param(licenses.getLast().value()).update();
        open("ru");
        search("агент");
        test(grid()).select(0);
        assertThat(texts()).contains("Выбрано лицензий: 3");

        search("елкин");
        test(grid()).select(1);
        search("");

        assertThat(texts()).contains("Выбрано лицензий: 4");
        assertThat(box(0)).isEqualTo("ALL");
    }

    @Test
    void aClickOnARowSelectsItAndWithShiftAllFromTheOneBefore() {
        business.partners(supplier, distributor);
        business.licenses(distributor, 5);
        open("en");

        test(grid()).clickRow(2);
        assertThat(texts()).contains("Licenses selected: 1");
        test(grid()).clickRow(4, SHIFT);
        assertThat(texts()).contains("Licenses selected: 3");
        test(grid()).clickRow(3);
        assertThat(List.of(isSelected(1), isSelected(2), isSelected(3), isSelected(4))).containsExactly(false, true, false, true);
        test(grid()).clickRow(0);
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    /** From what a search hides by now no range begins: the row is selected alone, and the next range begins there. */
    @Test
    void aRangeBeginsAtWhatIsStillShown() {
        business.partners(supplier, distributor);
        List<LicenseId> licenses = business.licenses(distributor, 5);
        jdbc.sql("update license set user_name = 'Ёлкин' where id = ?").param(licenses.getFirst().value()).update();
        open("en");
        test(grid()).clickRow(1);

        search("агент");
        test(grid()).clickRow(2, SHIFT);
        assertThat(texts()).contains("Licenses selected: 2");
        assertThat(List.of(isSelected(1), isSelected(2), isSelected(3), isSelected(4))).containsExactly(false, true, false, false);

        test(grid()).clickRow(4, SHIFT);
        assertThat(texts()).contains("Licenses selected: 4");
    }

    @Test
    void aSelectedLicenseThatGoesToAnotherCompanyIsSelectedNoLonger() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 2).getFirst();
        open("ru");
        test(grid()).select(1);
        test(grid()).select(2);
        jdbc.sql("update license set distributor_id = :to where id = :id").param("to", business.distributor("Другой").id())
                .param("id", license).update();

        tellOfChange();
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> {
            roundTrip();
            return find(Notification.class).exists();
        });

        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .contains("Больше не принадлежат Вашей компании: 1 из выбранных лицензий");
        assertThat(texts()).contains("Выбрано лицензий: 1");
    }

    @Test
    void aLicenseThatIsGoneWhenItsPageIsReadLeavesTheListWithoutAnError() {
        business.partners(supplier, distributor);
        LicenseId license = business.licenses(distributor, 2).getFirst();
        open("ru");
        jdbc.sql("update license set distributor_id = :to where id = :id").param("to", business.distributor("Другой").id())
                .param("id", license).update();

        test(grid()).select(0);
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(statuses()).contains("Лицензий: 1");
        });

        assertThat(find(Notification.class).exists()).isFalse();
        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(texts()).contains("Выбрано лицензий: 1");
    }

    /** How the supplier's box is drawn. */
    private String box(int row) {
        ObjectNode data = JacksonUtils.createObjectNode();
        ((ServiceSelection) grid().getSelectionModel()).generateData(test(grid()).getRow(row), data);
        return data.path("box").asString();
    }

    private boolean isSelected(int row) {
        return grid().getSelectionModel().isSelected(test(grid()).getRow(row));
    }

    private String hidden() {
        return findInView(Span.class).withClassName("selection-hidden").single().getText();
    }
}
