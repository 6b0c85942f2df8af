package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What a distributor does with an invitation once it is signed in. */
record DistributorSteps(PersonAtBrowser person) {

    void accept(String code, boolean delegate) {
        person.go("/exchange/suppliers");
        person.seeText(code);
        if (delegate) {
            person.check("onboarding.card.delegation");
        }
        person.station("walk-06-supplier-card");
        person.press("onboarding.accept");
        person.press("onboarding.card.licenses");
    }

    void decline(String reason, String supplier) {
        person.press("onboarding.decline");
        person.dialog().getByLabel(person.word("common.reason")).fill(reason);
        person.station(null);
        person.pressInDialog("onboarding.decline");
        person.see("onboarding.declined", supplier);
    }

    void connectLicenses(int count) {
        select(person.page(), count);
        person.station("walk-07-licenses");
        person.press("connections.connect");
        assertThat(person.page().getByLabel(person.word("connections.confirm.title"))
                .getByText(person.word("connections.count.selected", count))).isVisible();
        person.station("walk-08-confirm");
        person.press("connections.confirm.confirm");
        person.see("connections.connected.title");
        person.station("walk-09-connected");
        person.press("connections.ok");
        person.countInGrid("connections.status.IN_SERVICE", count);
    }

    /** Licenses from the first one on: before them is the box for the supplier's. */
    private static void select(Page page, int count) {
        Locator boxes = page.locator("vaadin-grid .row-box");
        for (int i = 0; i < count; i++) {
            boxes.nth(i + 1).click();
        }
    }
}
