package com.texchange.licenselists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.licenselists.SupplierLicense;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SignedIn;
import com.texchange.testing.SupplierPage;
import com.texchange.testing.WithoutProcess;
import com.vaadin.browserless.MetaKeys;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A supplier's licenses, over all its distributors, and the operations that begin there. */
@WithoutProcess
class SupplierLicensesViewIT extends SupplierPage {

    private CompanyInfo careful;
    private Actor carefulPerson;
    private List<LicenseId> opened;
    private List<LicenseId> closed;

    @BeforeEach
    void another() {
        careful = business.distributor("АО «Бета»");
        business.partners(supplier, careful);
        carefulPerson = business.person(careful, Role.DISTRIBUTOR);
        opened = business.licenses(distributor, 2);
        closed = business.licenses(careful, 2);
    }

    @Test
    void showsWhatIsOpenConnectedOrItsOwnAndNothingElse() {
        connect(closed.subList(0, 1), carefulPerson);
        LicenseId own = business.licenses(careful, supplier, 1).getFirst();

        open();

        assertThat(shown()).containsExactlyInAnyOrder(opened.get(0), opened.get(1), closed.get(0), own);
        assertThat(facts()).contains("Licenses: 4");
        find(TextField.class).single().setValue("Альфа");
        assertThat(shown()).containsExactlyElementsOf(opened);
        find(TextField.class).single().setValue("нет такой");
        assertThat(shown()).isEmpty();
    }

    @Test
    void aSelectionOverDistributorsBecomesAnOperationForEachAndWhatIsNotAllowedStays() {
        connect(closed, carefulPerson);
        open();
        test(find(Button.class).withText("Select all").single()).click();
        assertThat(withIcon("vaadin:minus").isEnabled()).isTrue();

        test(withIcon("vaadin:plus")).click();
        assertThat(verdicts()).containsExactly("Will be connected: 2", "Already as wanted: 2");
        find(Dialog.class).single().close();
        test(withIcon("vaadin:minus")).click();
        assertThat(verdicts()).containsExactly("Will be disconnected: 0", "Already as wanted: 2",
                "The distributor has not allowed this: 2");
        find(Dialog.class).single().close();
        test(withIcon("vaadin:plus")).click();
        test(find(Button.class).withText("Connect").single()).click();

        List<UUID> placed = jdbc.sql("select id from connection_order where acting_id = ?").param(supplier.id().value())
                .query(UUID.class).list();
        assertThat(placed).as("nothing is to be changed for the other one").hasSize(1);
        assertThat(location()).isEqualTo("license-operations/" + placed.getFirst());
        jobs.carryOut(placed.getFirst(), "connect-licenses", "publish-connections");
        UI.getCurrent().navigate("license-operations");
        assertThat(grid().getDataCommunicator().getItemCount()).isEqualTo(2);
    }

    /** Nothing can be ordered there, which is said before anything is ordered elsewhere. */
    @Test
    void whatIsWithADistributorOutsideOfTheNetworkIsShownAndLeftOut() {
        LicenseId lent = business.licenses(business.distributor("АО «Ясень»"), supplier, 1).getFirst();
        open();
        find(TextField.class).single().setValue("Ясень");
        assertThat(shown()).containsExactly(lent);
        test(find(Button.class).withText("Select all").single()).click();
        test(withIcon("vaadin:plus")).click();
        test(withIcon("vaadin:exchange")).click();
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(notices()).anyMatch(notice -> notice.contains("These distributors are not in your network."));

        find(TextField.class).single().setValue("");
        test(find(Button.class).withText("Select all").single()).click();
        test(withIcon("vaadin:plus")).click();
        assertThat(verdicts()).containsExactly("Will be connected: 2");
        assertThat(words()).contains("Licenses of distributors that are not in your network stay as they are. Such distributors: 1");
    }

    @Test
    void withTheShiftKeyAllFromTheRowBeforeAreSelected() {
        open();

        test(grid()).clickRow(0);
        assertThat(selected()).isEqualTo("Licenses selected: 1");
        test(grid()).clickRow(1, new MetaKeys().shift());
        assertThat(selected()).isEqualTo("Licenses selected: 2");
        test(grid()).clickRow(0);
        assertThat(selected()).isEqualTo("Licenses selected: 1");
        test(find(Button.class).withText("Select all").single()).click();
        test(grid()).clickRow(0);
        test(grid()).clickRow(1, new MetaKeys().shift());
        assertThat(selected()).as("a row that was left out is put back with the rest").isEqualTo("Licenses selected: 2");
        test(find(Button.class).withText("Clear selection").single()).click();
        assertThat(selected()).isEqualTo("Licenses selected: 0");
    }

    /** It has gone to another company since, which the page has not heard of yet. */
    @Test
    void withTheShiftKeyARowIsSelectedAloneIfTheOneBeforeIsGone() {
        business.licenses(distributor, 1);
        open();
        test(grid()).clickRow(0);
        jdbc.sql("update license set distributor_id = ? where id = ?")
                .params(business.distributor("АО «Ясень»").id().value(), opened.getFirst().value()).update();

        test(grid()).clickRow(1, new MetaKeys().shift());

        assertThat(selected()).isEqualTo("Licenses selected: 1");
    }

    /** The page has not heard of it: nobody has told yet that it is over. */
    @ParameterizedTest
    @ValueSource(strings = {"vaadin:plus", "vaadin:exchange"})
    void nothingIsAskedOfASelectionThatHasEndedWithItsGrant(String act) {
        open();
        test(find(Button.class).withText("Select all").single()).click();
        assertThat(selected()).isEqualTo("Licenses selected: 2");
        jdbc.sql("update license_grant set ends_at = now() - interval '1 second' where supplier_id = ?").param(supplier.id().value()).update();

        test(withIcon(act)).click();

        assertThat(notices()).anyMatch(notice -> notice.contains("Nothing that was selected is in this list any more"));
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(selected()).isEqualTo("Licenses selected: 0");
        assertThat(shown()).isEmpty();
    }

    private String selected() {
        return findInView(Paragraph.class).all().getFirst().getText();
    }

    private void open() {
        SignedIn.as(supplierPerson, "en");
        UI.getCurrent().navigate("exchange/licenses");
    }

    private Button withIcon(String icon) {
        return find(Button.class).withCondition(button -> button.getIcon() != null
                && icon.equals(button.getIcon().getElement().getAttribute("icon"))).single();
    }

    private String facts() {
        return String.join(" ", findInView(Span.class).all().stream().map(Span::getText).toList());
    }

    private Grid<?> grid() {
        return findInView(Grid.class).single();
    }

    private List<LicenseId> shown() {
        Grid<?> grid = grid();
        return IntStream.range(0, test(grid).size())
                .mapToObj(i -> ((SupplierLicense) test(grid).getRow(i)).licenseId()).toList();
    }

    private static String location() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }
}
