package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderResults;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with licenses that are connected, in Chromium and by the words on the screen. */
class LicensesWalkIT extends LicensesWalk {

    private static final String SUCCESSOR = "Преемник";

    @Autowired
    SampleBusiness business;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    OrderResults results;
    private CompanyInfo supplier;
    private Actor supplierPerson;
    private Actor distributorPerson;
    private List<LicenseId> licenses;

    @BeforeEach
    void twoCompaniesWithThreeLicenses() {
        supplier = business.supplier("ООО «Поставщик»");
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        licenses = business.licenses(distributor, 3);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"ru, 1366", "en, 360"})
    void anAgentLeavesAndTheMoveIsTakenBack(String language, int width) {
        PersonAtBrowser person = signedIn(distributorPerson, language, width);
        person.go("/" + Routes.DEVICES);
        person.press("connections.agentLeft");
        choose(person, "connections.agentLeft.who", "Агент 1");
        checked(person);
        person.pressInDialog("connections.agentLeft.next");
        choose(person, "connections.move.agent", SUCCESSOR);
        person.see("connections.order.verdict", person.word("connections.order.will.MOVE"), 1);
        checked(person);
        person.pressInDialog("connections.order.do.MOVE");

        person.see("connections.order.state.FINISHED");
        person.seeInGrid("connections.item.DONE");
        checked(person);
        person.press("connections.order.undo");
        person.pressInDialog("connections.order.undo");
        person.see("connections.order.undo.MOVE");
        person.see("connections.order.state.FINISHED");

        person.go("/" + Routes.of(Routes.LICENSE, licenses.get(1)));
        person.see("connections.passport.assignments");
        person.seeText(SUCCESSOR);
        checked(person);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "in {0} at {1} px")
    @CsvSource({"en, 1366", "ru, 360"})
    void aSupplierAsksForAMoveAndTheDistributorAgrees(String language, int width) {
        connectAll();
        PersonAtBrowser atSupplier = signedIn(supplierPerson, language, width);
        atSupplier.go("/" + Routes.of(Routes.LICENSE, licenses.getFirst()));
        atSupplier.press("connections.passport.move");
        choose(atSupplier, "connections.move.agent", SUCCESSOR);
        atSupplier.see("connections.order.verdict", atSupplier.word("connections.verdict.ASKS"), 1);
        atSupplier.dialog().getByLabel(atSupplier.word("connections.move.reason")).fill("Увольнение");
        checked(atSupplier);
        atSupplier.pressInDialog("connections.order.do.MOVE");
        atSupplier.see("connections.order.state.ASKED");

        PersonAtBrowser atDistributor = signedIn(distributorPerson, language, width);
        atDistributor.go("/" + Routes.TASKS);
        atDistributor.page().getByText(atDistributor.word("task.Task_ApproveMove.title")).first().click();
        atDistributor.seeText("Увольнение");
        checked(atDistributor);
        atDistributor.press("connections.approve.agree");
        atDistributor.see("connections.approve.result.APPROVED");

        atSupplier.see("connections.order.state.FINISHED");
        atSupplier.seeInGrid("connections.item.DONE");
    }

    private void connectAll() {
        OrderId order = orders.place(Requests.connect(supplier.id(), Set.copyOf(licenses), distributorPerson), distributorPerson).id();
        await().atMost(PATIENCE).until(() -> results.find(order, distributorPerson).orElseThrow().isFinished());
    }

    /** The first one takes what the open list offers, as everywhere; the next one is the window's button. */
    @Test
    void enterInTheFieldForTheRecipientConfirms() {
        PersonAtBrowser person = signedIn(distributorPerson, "ru", 1366);
        Locator boxes = boxesOfLicenses(person);
        boxes.nth(1).click();
        person.see("connections.count.selected", 1);
        person.press("connections.connect");
        Locator recipient = person.dialog().getByRole(AriaRole.COMBOBOX,
                new Locator.GetByRoleOptions().setName(person.word("connections.confirm.recipient")));
        assertThat(recipient).isFocused();

        recipient.press("ArrowDown");
        assertThat(recipient).hasAttribute("aria-expanded", "true");
        recipient.press("Enter");
        assertThat(recipient).hasAttribute("aria-expanded", "false");
        assertThat(recipient).hasValue(supplier.name());
        recipient.press("Enter");

        person.see("connections.connected.title");
    }

    @Test
    void whatIsTickedWhileTheServerStillAnswersIsSelectedToo() {
        PersonAtBrowser person = signedIn(distributorPerson, "ru", 1366);
        Locator boxes = boxesOfLicenses(person);
        slowAnswers(person.page());

        for (int i = 0; i < licenses.size(); i++) {
            boxes.nth(1 + i).click();
        }

        person.see("connections.count.selected", licenses.size());
        for (Locator box : boxes.all()) {
            assertThat(box).isChecked();
        }
    }

    /** The first one is that of all licenses. */
    private Locator boxesOfLicenses(PersonAtBrowser person) {
        person.go("/" + Routes.SERVICES);
        Locator boxes = person.page().locator("vaadin-grid .row-box");
        assertThat(boxes).hasCount(1 + licenses.size());
        return boxes;
    }

    /** Each takes much longer than a person from one box to the next. */
    private static void slowAnswers(Page page) {
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 1_500);
        slow.addProperty("downloadThroughput", -1);
        slow.addProperty("uploadThroughput", -1);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", slow);
    }

    private static void choose(PersonAtBrowser person, String labelKey, String value) {
        Locator field = person.dialog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(person.word(labelKey)));
        field.click();
        field.fill(value);
        field.press("Enter");
        field.press("Tab");
        assertThat(field).hasValue(value);
    }
}
