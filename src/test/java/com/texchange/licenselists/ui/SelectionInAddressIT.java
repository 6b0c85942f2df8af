package com.texchange.licenselists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is selected in a list of licenses stands in its address, and comes back from there. */
@IntegrationTest
class SelectionInAddressIT extends Page {

    private static final int MANY = 200;

    @Autowired
    SampleBusiness business;
    @Autowired
    Grants grants;
    @Autowired
    JdbcClient jdbc;
    private String name;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private final List<String> addresses = new ArrayList<>();

    @BeforeEach
    void twoCompanies() {
        name = "Осина" + UUID.randomUUID().toString().replace("-", "");
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("АО «" + name + "»");
        business.partners(supplier, distributor);
        grants.giveAll(supplier.id(), business.person(distributor, Role.DISTRIBUTOR));
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER", "registry/licenses, SALES", "services, DISTRIBUTOR"})
    void rowsThatAreSelectedComeBackWithTheAddress(String page, Role role) {
        business.licenses(distributor, 4);
        show(role, page + "?search=%D0%90%D0%B3%D0%B5%D0%BD%D1%82&distributor=" + name);

        grid().select(row(role, 1));
        grid().select(row(role, 2));
        String address = written();
        assertThat(address).startsWith(page + "?").contains("search=", "selected=").hasSizeLessThan(400);

        leave();
        open(address);
        assertThat(words()).contains("Licenses selected: 2");
        assertThat(IntStream.range(0, 4).mapToObj(i -> isSelected(role, i))).containsExactly(false, true, true, false);
        grid().deselect(row(role, 1));
        grid().deselect(row(role, 2));
        assertThat(written()).doesNotContain("selected=");
        leave();
        open(page);
        assertThat(words()).contains("Licenses selected: 0");
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER", "registry/licenses, SALES", "services, DISTRIBUTOR"})
    void allThatMatchButSomeComeBackWithTheAddress(String page, Role role) {
        business.licenses(distributor, 4);
        show(role, page + "?search=%D0%90%D0%B3%D0%B5%D0%BD%D1%82&distributor=" + name);
        selectAll(role);
        assertThat(written()).contains("found.end").hasSizeLessThan(300);
        grid().deselect(row(role, 3));
        String address = written();

        leave();
        open(address);

        assertThat(words()).contains("Licenses selected: 3");
        assertThat(IntStream.range(0, 4).mapToObj(i -> isSelected(role, i))).containsExactly(true, true, true, false);
        // The address goes on holding the selection when it changes for another reason.
        test(grid()).sortByColumn("activationCode");
        assertThat(written()).contains("sort=activationCode", "found.");
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER", "services, DISTRIBUTOR"})
    void licensesOfOthersAndNonsenseAreIgnored(String page, Role role) {
        LicenseId own = business.licenses(distributor, 2).getFirst();
        LicenseId foreign = business.licenses(business.distributor("Чужой"), 1).getFirst();
        show(role, page);
        grid().select(row(role, 0));
        String address = written();
        String mine = address.replaceAll(".*selected=|[.]end$", "");

        leave();
        open(address.replace(".end", "." + brief(foreign) + "." + brief(LicenseId.random()) + ".nonsense.end"));

        assertThat(mine).endsWith(brief(own));
        assertThat(words()).contains("Licenses selected: 1");
        assertThat(notices()).hasSize(1);
        leave();
        open(page + "?selected=nonsense&selected=%2e%2e&kept=");
        assertThat(words()).contains("Licenses selected: 0");
    }

    @ParameterizedTest
    @CsvSource({"exchange/licenses, SUPPLIER", "registry/licenses, SALES", "services, DISTRIBUTOR"})
    void whatIsTooLongForAnAddressIsKeptInTheSession(String page, Role role) {
        business.licenses(distributor, MANY);
        show(role, page + "?distributor=" + name);
        IntStream.range(0, MANY - 1).forEach(i -> grid().select(row(role, i)));
        String address = written();
        assertThat(address).contains("kept=").doesNotContain("selected=").hasSizeLessThan(300);

        leave();
        open(address);
        assertThat(words()).contains("Licenses selected: " + (MANY - 1));
        assertThat(isSelected(role, MANY - 2)).isTrue();
        grid().deselect(row(role, 0));
        String narrower = written();
        assertThat(narrower).as("what is open elsewhere stays as it is").isNotEqualTo(address);

        leave();
        open(address);
        assertThat(words()).contains("Licenses selected: " + (MANY - 1));
        leave();
        open(narrower);
        assertThat(words()).contains("Licenses selected: " + (MANY - 2));
        leave();
        open(page + "?kept=AAAAAAAAAAAA");
        assertThat(words()).contains("Licenses selected: 0");
        assertThat(notices()).singleElement().asString().contains("no longer known");
    }

    @Test
    void whatAnotherSearchFoundComesBackToo() {
        LicenseId license = business.licenses(distributor, 3).getLast();
        jdbc.sql("update license set user_name = 'Ёлкин' where id = ?").param(license.value()).update();
        show(Role.DISTRIBUTOR, "services");
        find(TextField.class).single().setValue("агент");
        selectAll(Role.DISTRIBUTOR);
        find(TextField.class).single().setValue("елкин");
        String address = written();

        leave();
        open(address);

        assertThat(address).contains(".of-");
        assertThat(words()).contains("Licenses selected: 2", "2 selected, 2 of them not shown");
        find(TextField.class).single().setValue("агент");
        assertThat(written()).contains(".found.");
    }

    private void show(Role role, String address) {
        Actor actor = switch (role) {
            case SUPPLIER -> business.person(supplier, role);
            case DISTRIBUTOR -> business.person(distributor, role);
            default -> business.person(null, role);
        };
        SignedIn.as(actor, "en");
        open(address);
    }

    private void leave() {
        open("help");
    }

    private void selectAll(Role role) {
        if (role == Role.DISTRIBUTOR) {
            grid().select(test(grid()).getRow(0));
        } else {
            click("Select all");
        }
    }

    /** A distributor's list has the supplier over the licenses. */
    private Object row(Role role, int place) {
        return test(grid()).getRow(role == Role.DISTRIBUTOR ? place + 1 : place);
    }

    private boolean isSelected(Role role, int place) {
        return grid().getSelectionModel().isSelected(row(role, place));
    }

    private static String brief(LicenseId license) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(16)
                .putLong(license.value().getMostSignificantBits()).putLong(license.value().getLeastSignificantBits()).array());
    }

    /** The address that the page has written last. */
    private String written() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream().map(PendingJavaScriptInvocation::getInvocation)
                .filter(script -> script.getExpression().contains("replace: true"))
                .forEach(script -> addresses.add(String.valueOf(script.getParameters().get(1))));
        return addresses.getLast();
    }

    @SuppressWarnings("unchecked")
    private Grid<Object> grid() {
        return find(Grid.class).single();
    }
}
