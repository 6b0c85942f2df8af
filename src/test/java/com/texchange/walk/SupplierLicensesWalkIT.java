package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderResults;
import com.texchange.grants.Grants;
import com.texchange.onboarding.Journey;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a supplier comes to manage a distributor's licenses, and what it does then, in Chromium and by the words on the screen. */
class SupplierLicensesWalkIT extends LicensesWalk {

    @Autowired
    SampleBusiness business;
    @Autowired
    Journey journey;
    @Autowired
    Grants grants;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    OrderResults results;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor supplierPerson;
    private Actor distributorPerson;
    private List<LicenseId> licenses;

    @BeforeEach
    void twoCompaniesWithThreeLicenses() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        licenses = business.licenses(distributor, 3);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"ru, 1366", "en, 360"})
    void allThatAreSelectedAreConnectedAndDisconnectedAgain(String language, int width) {
        business.partners(supplier, distributor);
        grants.giveAll(supplier.id(), distributorPerson);
        PersonAtBrowser person = signedIn(supplierPerson, language, width);
        person.go("/" + Routes.SUPPLIER_LICENSES);
        person.press("connections.selection.all");
        person.see("connections.count.selected", 3);
        checked(person);
        keepsItsSelection(person);

        person.press("connections.order.selected.CONNECT");
        person.see("connections.order.verdict", person.word("connections.order.will.CONNECT"), 3);
        checked(person);
        person.pressInDialog("connections.order.do.CONNECT");

        person.see("connections.order.state.FINISHED");
        seeRows(person, "connections.item.DONE", 3);
        search(person, "connections.order.search", number(1));
        seeRows(person, "connections.item.DONE", 1);
        checked(person);
        Assertions.assertThat(person.downloaded("connections.order.download")).contains(number(1)).doesNotContain(number(0));
        person.press("connections.order.undo");
        person.pressInDialog("connections.order.undo");
        person.see("connections.order.undo.DISCONNECT");
        person.see("connections.order.state.FINISHED");
        seeRows(person, "connections.item.DONE", 3);
        checked(person);
        person.go("/" + Routes.SUPPLIER_LICENSES);
        person.see("connections.count.selected", 0);
    }

    /** Over a reload, on the way back, and in another tab. */
    private static void keepsItsSelection(PersonAtBrowser person) {
        Page page = person.page();
        assertThat(page).hasURL(Pattern.compile("[?&]selected=all\\.end"));
        page.reload();
        person.see("connections.count.selected", 3);
        page.locator(".row-box").first().click();
        person.see("connections.count.selected", 2);
        assertThat(page).hasURL(Pattern.compile("[?&]selected=all\\.[\\w-]{22}\\.end"));
        person.go("/" + Routes.LICENSE_ORDERS);
        person.see("connections.orders.title");
        page.goBack();
        person.see("connections.count.selected", 2);
        assertThat(page).hasURL(Pattern.compile("[?&]selected=all\\.[\\w-]{22}\\.end"));
        Page tab = page.context().newPage();
        tab.navigate(page.url());
        assertThat(tab.getByText(person.word("connections.count.selected", 2)).first()).isVisible();
        tab.close();
        page.locator(".row-box").first().click();
        person.see("connections.count.selected", 3);
    }

    /** Rows that a list has shown before stay in the page, unseen. */
    private static void seeRows(PersonAtBrowser person, String key, int count) {
        assertThat(person.inGrid(person.word(key)).locator("visible=true")).hasCount(count);
    }

    private static void search(PersonAtBrowser person, String key, String text) {
        Locator field = person.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(person.word(key))).first();
        field.fill(text);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"en, 1366", "ru, 360"})
    void aListIsComparedAndWhatDiffersIsPutRight(String language, int width) {
        String code = business.partners(supplier, distributor).code().value();
        grants.giveAll(supplier.id(), distributorPerson);
        connect(Set.of(licenses.get(0), licenses.get(2)));
        PersonAtBrowser person = signedIn(supplierPerson, language, width);
        person.go("/" + Routes.RECONCILIATION);
        person.page().locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("list.csv", "text/csv", """
                \uFEFF%s;%s
                %s;%s
                %s;%s
                """.formatted(person.word("reconciliation.column.number"), person.word("reconciliation.column.code"),
                number(0), code, number(1), code).getBytes(StandardCharsets.UTF_8)));
        Locator compare = person.button("reconciliation.compare");
        assertThat(compare).isVisible();
        checked(person);
        compare.click();
        person.seeInGrid("reconciliation.finding.AGREES");
        person.seeInGrid("reconciliation.finding.LIST_ONLY");
        person.seeInGrid("reconciliation.finding.EXCHANGE_ONLY");
        checked(person);

        person.press("reconciliation.connect", 1);
        person.pressInDialog("connections.order.do.CONNECT");
        person.see("reconciliation.connect", 0);
        person.press("reconciliation.disconnect", 1);
        person.pressInDialog("connections.order.do.DISCONNECT");
        person.see("reconciliation.disconnect", 0);
        seeRows(person, "reconciliation.finding.AGREES", 2);
        checked(person);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"ru, 1366", "en, 360"})
    void aSupplierAsksForAGrantActsUnderItAndTheLicenseTellsOfIt(String language, int width) {
        OnboardingId onboarding = journey.connecting(supplierPerson, distributorPerson);
        PersonAtBrowser atSupplier = signedIn(supplierPerson, language, width);
        atSupplier.go("/" + Routes.of(Routes.DISTRIBUTORS, onboarding));
        atSupplier.press("grants.request.ask");
        atSupplier.dialog().getByLabel(atSupplier.word("grants.reason")).fill("Сезон");
        checked(atSupplier);
        atSupplier.pressInDialog("grants.request.send");

        PersonAtBrowser atDistributor = signedIn(distributorPerson, language, width);
        atDistributor.go("/" + Routes.TASKS);
        atDistributor.chooseInGrid(atDistributor.word("task.Task_DecideGrant.title"));
        atDistributor.seeText("Сезон");
        atDistributor.page().getByLabel(atDistributor.word("grants.act.MOVE")).last().uncheck();
        checked(atDistributor);
        atDistributor.press("grants.task.grant");
        atDistributor.see("grants.task.granted", supplier.name());

        String address = "/" + Routes.of(Routes.LICENSE, licenses.getFirst());
        atSupplier.go("/" + Routes.with(Routes.SUPPLIER_LICENSES, "number", number(0)));
        atSupplier.press("connections.selection.all");
        atSupplier.press("connections.order.selected.CONNECT");
        atSupplier.pressInDialog("connections.order.do.CONNECT");
        atSupplier.see("connections.order.state.FINISHED");
        atSupplier.go(address);
        atSupplier.see("connections.passport.title", number(0));
        atSupplier.see("connections.order.CONNECT");
        // Who acts for whom, under which grant.
        atSupplier.seeText(underGrant(atSupplier,
                atSupplier.word("connections.order.byCompany", supplierPerson.name(), supplier.name())));
        checked(atSupplier);
        tellsItsOwner(atDistributor, address);
    }

    private static String underGrant(PersonAtBrowser person, String by) {
        return person.word("connections.order.underGrant", by, "").strip();
    }

    /** By the same address; and who blocks it says why there. */
    private void tellsItsOwner(PersonAtBrowser person, String address) {
        person.go(address);
        // The other company's people are not named.
        person.seeText(underGrant(person, supplier.name()));
        person.press("connections.passport.block");
        person.dialog().getByLabel(person.word("common.reason")).fill("Потеряна");
        checked(person);
        person.pressInDialog("connections.passport.block");
        person.seeText("Потеряна");
        person.see("connections.passport.isBlocked");
        checked(person);
    }

    private void connect(Set<LicenseId> chosen) {
        OrderId order = orders.place(Requests.connect(supplier.id(), chosen, distributorPerson), distributorPerson).id();
        await().atMost(PATIENCE).until(() -> results.find(order, distributorPerson).orElseThrow().isFinished());
    }

    private String number(int license) {
        return jdbc.sql("select number from license where id = ?").param(licenses.get(license).value()).query(String.class).single();
    }
}
