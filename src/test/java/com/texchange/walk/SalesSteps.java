package com.texchange.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the sales department does with newcomers. */
record SalesSteps(PersonAtBrowser person) {

    void register(String company, String email) {
        openTask(company);
        person.seeText(email);
        person.station("walk-05-sales-task");
        Locator approve = person.button("registrations.form.approve");
        approve.scrollIntoViewIfNeeded();
        BoundingBox pressed = approve.boundingBox();
        person.press("registrations.form.approve");
        person.see("registrations.form.approved", company);
        assertThat(person.page().evaluate("([x, y]) => document.elementFromPoint(x, y)?.closest('vaadin-button')?.textContent ?? ''",
                List.of(pressed.x + pressed.width / 2, pressed.y + pressed.height / 2))).as("button under the pointer").isEqualTo("");
    }

    void reject(String company, String reason) {
        openTask(company);
        person.press("registrations.form.reject");
        person.dialog().getByLabel(person.word("common.reason")).fill(reason);
        person.station(null);
        person.pressInDialog("registrations.form.reject");
        person.see("registrations.form.rejected", company);
    }

    private void openTask(String company) {
        person.go("/tasks");
        // Others' tasks may be due before.
        person.search("tasks.search.label", company, "tasks.found");
        person.chooseInGrid(company);
    }

    void loadLicenses(String taxId, int count) {
        person.go("/licenses/load");
        Page page = person.page();
        page.getByLabel(person.word("licenses.load.distributor"), new Page.GetByLabelOptions().setExact(true)).fill(taxId);
        page.getByRole(AriaRole.OPTION).first().click();
        person.fill("tables.paste", rows(count));
        person.press("tables.check");
        person.see("licenses.load.summary", count, count);
        person.station(null);
        person.press("licenses.load.load");
        person.seeBeginningOf("licenses.load.done");
    }

    private static String rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> {
            String code = TestPeople.anyActivationCode();
            return "2831%s;%s;Агент %d;1.0.24.0.800;%s".formatted(code.replace("-", ""), code, i + 1, UUID.randomUUID());
        }).collect(Collectors.joining("\n"));
    }
}
