package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.texchange.testing.Accessibility;
import com.texchange.testing.Accessibility.Finding;
import com.texchange.testing.AppLink;
import com.texchange.testing.Mailbox.ReceivedLetter;
import com.texchange.testing.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Somebody who goes by the words on the screen, in the language of the browser. Words are message keys here. */
final class PersonAtBrowser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Milliseconds. */
    private static final double TILL_DRAWN_ANEW = 5_000;
    private final Page page;
    private final Words words;
    private final @Nullable Path pictures;

    /** @param pictures where pictures of the stations are kept; null for nowhere */
    PersonAtBrowser(Page page, Words words, @Nullable Path pictures) {
        this.page = page;
        this.words = words;
        this.pictures = pictures;
    }

    /** The same person. */
    PersonAtBrowser inAnotherPage() {
        return new PersonAtBrowser(page.context().newPage(), words, pictures);
    }

    Page page() {
        return page;
    }

    String word(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    void go(String path) {
        AppLink.follow(page, path);
    }

    void follow(ReceivedLetter letter) {
        URI link = URI.create(letter.link());
        page.navigate(link.getRawPath() + "?" + link.getRawQuery());
    }

    void signIn(String email, String password) {
        page.navigate("/login");
        fillSignIn(email, password);
    }

    void fillSignIn(String email, String password) {
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    void press(String key, Object... arguments) {
        button(key, arguments).click();
    }

    Locator button(String key, Object... arguments) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(word(key, arguments)).setExact(true)).first();
    }

    /** A button in the dialog that is open. */
    void pressInDialog(String key) {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(word(key)).setExact(true)).click();
    }

    /** Details that lie over their list are a dialog too, by their role. */
    Locator dialog() {
        return page.locator("vaadin-dialog[role=dialog]").last();
    }

    void fill(String labelKey, String value) {
        page.getByLabel(word(labelKey), new Page.GetByLabelOptions().setExact(true)).first().fill(value);
    }

    /**
     * The answer is awaited, as a person does: rows that move between the mouse going down and up take no click.
     *
     * @param foundKey of the words that say how many were found, which is one; those that say it of twelve begin in the same way
     */
    void search(String labelKey, String value, String foundKey) {
        fill(labelKey, value);
        seeAny(page.getByText(word(foundKey, 1), new Page.GetByTextOptions().setExact(true)));
    }

    void check(String labelKey) {
        page.getByLabel(word(labelKey)).check();
    }

    void see(String key, Object... arguments) {
        seeText(word(key, arguments));
    }

    /** For messages with arguments that the test does not know. */
    void seeBeginningOf(String key) {
        seeText(words.beginningOf(key));
    }

    void seeText(String text) {
        seeAny(page.getByText(text));
    }

    private void seeAny(Locator found) {
        // Closed lists of choices may hold the same words.
        Locator words = found.locator("visible=true").first();
        try {
            assertThat(words).isVisible();
        } catch (AssertionError missing) {
            throw new AssertionError("%s%n%s shows:%n%s".formatted(missing.getMessage(), page.url(), page.locator("body").innerText()), missing);
        }
    }

    void seeInGrid(String key) {
        seeTextInGrid(word(key));
    }

    void seeTextInGrid(String text) {
        assertThat(inGrid(text).first()).isVisible();
    }

    /** A list that is drawn anew meanwhile, as by a search, shows it in another cell; the click would wait for the one that it has found. */
    void chooseInGrid(String text) {
        await().pollInSameThread().atMost(PATIENCE).ignoreExceptionsInstanceOf(TimeoutError.class).until(() -> {
            inGrid(text).first().click(new Locator.ClickOptions().setTimeout(TILL_DRAWN_ANEW));
            return true;
        });
    }

    Locator inGrid(String text) {
        return page.locator("vaadin-grid").getByText(text).filter(new Locator.FilterOptions().setVisible(true));
    }

    /** The text of the file behind the link for tables in plain text. @param labelKey of what is downloaded */
    String downloaded(String labelKey) {
        String name = word("tables.download", word(labelKey), word("tables.format.CSV"));
        Download file = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click());
        try {
            return Files.readString(file.path(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The session has ended, and the page that was open says so. */
    void seeEnded() {
        page.waitForURL(url -> url.contains("/login"));
        see("accounts.login.ended");
    }

    /** How many of a grid's cells have just this text. */
    void countInGrid(String key, int count) {
        assertThat(page.locator("vaadin-grid").getByText(word(key), new Locator.GetByTextOptions().setExact(true)))
                .hasCount(count);
    }

    /** Neither has axe anything grave to say here, nor is anything to be scrolled sideways. */
    void checked() {
        station(null);
        Assertions.assertThat(Accessibility.findings(page)).as("what axe finds on " + page.url()).filteredOn(Finding::isGrave).isEmpty();
    }

    /** Nothing has to be scrolled sideways here. A picture is taken if any are. */
    void station(@Nullable String picture) {
        Assertions.assertThat(Accessibility.overflow(page)).as("width of " + page.url()).isEmpty();
        if (pictures != null && picture != null) {
            page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)
                    .setPath(pictures.resolve(picture + ".png")));
        }
    }
}
