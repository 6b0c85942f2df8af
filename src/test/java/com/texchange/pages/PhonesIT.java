package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands where on a phone. */
@SomeOnboardings
class PhonesIT extends VisitedPages {

    /** What is asked for is chosen above a letter; the letter is what the page is for. */
    @Test
    void aLetterBeginsInTheFirstWindowOfAPhone() {
        Page page = open("letters-sales", "ru", Visitors.NARROW);

        assertThat(page.locator(".letter-frame").boundingBox().y).isLessThan(page.viewportSize().height);
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor-details", "onboarding-details", "story-supplier", "story-distributor"})
    void onAPhoneTwoStepsOfTheWayStandBesideEachOther(String name) {
        Page page = open(name, "ru", Visitors.NARROW);

        await().pollInSameThread().untilAsserted(() -> assertThat(page.locator(".progress-steps > li").nth(1).boundingBox().y)
                .isEqualTo(page.locator(".progress-steps > li").first().boundingBox().y));
        assertThat(CutWords.on(page)).isEmpty();
    }
}
