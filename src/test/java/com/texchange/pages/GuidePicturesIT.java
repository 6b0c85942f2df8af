package com.texchange.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.texchange.testing.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/**
 * Takes the pictures of the users' guides and those of the README that no walk takes, into {@code target/pictures}. To renew those that are
 * kept, {@code -Dguides.pictures} names the resources' folder {@code pictures/help}, and {@code -Dreadme.pictures} the documents' one; ImageMagick's
 * {@code mogrify +dither -colors 128 -format png8} then makes them as small as they have to be.
 */
@SomeOnboardings
@Tag("pictures")
class GuidePicturesIT extends VisitedPages {

    private static final Path GUIDES = Path.of(System.getProperty("guides.pictures", "target/pictures/guides"));
    private static final Path README = Path.of(System.getProperty("readme.pictures", "target/pictures/readme"));
    private static final BiConsumer<Page, Words> AS_IT_OPENS = (page, words) -> { };
    /** From here on details stand beside their list. */
    private static final Size GUIDE = new Size(1280, 800);
    private static final List<Shot> OF_GUIDES = List.of(
            new Shot("administrator-invite", "people-operator", GUIDE, GuidePicturesIT::inviteColleague),
            new Shot("administrator-people", "people-operator"),
            new Shot("administrator-journal", "home-administrator", GUIDE, at("/journal", "vaadin-grid")),
            new Shot("distributor-join", "join"),
            new Shot("distributor-suppliers", "suppliers"),
            new Shot("distributor-licenses", "services", GUIDE, GuidePicturesIT::selectLicenses),
            new Shot("distributor-confirm", "services", GUIDE, (page, words) -> {
                selectLicenses(page, words);
                button(page, words.of("connections.connect")).click();
            }),
            new Shot("process-manager-onboardings", "onboardings"),
            new Shot("process-manager-details", "onboarding-details"),
            new Shot("process-manager-letters", "home-manager", GUIDE, at("/letters/declined", "h1")),
            new Shot("sales-tasks", "tasks-sales", GUIDE, GuidePicturesIT::openFirst),
            new Shot("sales-load", "licenses-load", GUIDE, GuidePicturesIT::checkLicenses),
            new Shot("sales-letters", "letters-sales"),
            new Shot("supplier-invite", "distributors", GUIDE, GuidePicturesIT::invite),
            new Shot("supplier-distributors", "distributors"),
            new Shot("supplier-details", "distributor-details"));
    private static final List<Shot> OF_README = List.of(
            new Shot("home-supplier", "home-supplier"),
            new Shot("invite-list", "invitations-list", GUIDE, GuidePicturesIT::checkInvitations),
            new Shot("licenses-supplier", "licenses-supplier", new Size(1440, 900), AS_IT_OPENS),
            new Shot("operation", "operation", new Size(1440, 900), AS_IT_OPENS),
            new Shot("story", "story-manager", new Size(1280, 1100), AS_IT_OPENS));

    @Autowired
    MessageSource messages;

    private record Size(int width, int height) {
    }

    /** @param page which of {@link Pages} @param steps what is done on it before the picture is taken */
    private record Shot(String name, String page, Size size, BiConsumer<Page, Words> steps) {

        Shot(String name, String page) {
            this(name, page, GUIDE, AS_IT_OPENS);
        }
    }

    @TestFactory
    Stream<DynamicTest> guides() {
        return OF_GUIDES.stream().flatMap(shot -> Stream.of("ru", "en").map(language -> DynamicTest.dynamicTest(shot.name() + "-" + language,
                () -> take(shot, language, GUIDES.resolve(shot.name() + "-" + language + ".png")))));
    }

    /** In Russian, as its walk. */
    @TestFactory
    Stream<DynamicTest> readme() {
        return OF_README.stream().map(shot -> DynamicTest.dynamicTest(shot.name(),
                () -> take(shot, "ru", README.resolve(shot.name() + ".png"))));
    }

    private void take(Shot shot, String language, Path file) {
        ShownPage shown = shown(shot.page());
        Page page = visitors.page(shown.person(), language, Visitors.WIDE);
        // Loaded anew: a window that the picture before has opened, or the question whether to leave it, would stay.
        shown.open(page);
        page.setViewportSize(shot.size().width(), shot.size().height());
        shot.steps().accept(page, Words.in(language, messages));
        page.waitForFunction(Probe.readable("body"));
        page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED).setPath(file));
    }

    private static BiConsumer<Page, Words> at(String path, String ready) {
        return (page, words) -> {
            page.navigate(path);
            page.waitForFunction(Probe.readable(ready));
        };
    }

    private static void inviteColleague(Page page, Words words) {
        button(page, words.of("accounts.people.invite")).click();
        fill(page, words.of("accounts.people.name"), "Вера Новикова");
        fill(page, words.of("accounts.people.email"), "vera@example.com");
        page.locator("vaadin-dialog vaadin-checkbox").first().click();
    }

    private static void invite(Page page, Words words) {
        button(page, words.of("overview.invite")).click();
        fill(page, words.of("onboarding.name"), "ООО «Ромашка»");
        fill(page, words.of("onboarding.email"), "romashka@example.com");
        fill(page, words.of("onboarding.city"), "Астрахань");
    }

    /** Three of the first supplier, from the first one on: before them is the box for the supplier's. */
    private static void selectLicenses(Page page, Words words) {
        page.locator("vaadin-grid-tree-toggle:not([leaf])").first().click();
        page.locator("vaadin-grid-tree-toggle[expanded]").first().waitFor();
        page.waitForFunction(Probe.readable("vaadin-grid"));
        Locator boxes = page.locator("vaadin-grid .row-box");
        for (int i = 1; i <= 3; i++) {
            boxes.nth(i).click();
        }
    }

    private static void openFirst(Page page, Words words) {
        Click.onRow("vaadin-grid").action().accept(page);
        page.waitForFunction(Probe.readable("vaadin-master-detail-layout [slot=detail] h2"));
    }

    private static void checkLicenses(Page page, Words words) {
        page.getByLabel(words.of("licenses.load.distributor"), new GetByLabelOptions().setExact(true)).click();
        page.getByRole(AriaRole.OPTION).first().click();
        fill(page, words.of("tables.paste"), """
                28310853669776004615;3543-8999-6730-7878;Иван Агентов;1.0.24.0.800;5e97a4e0-2cb4-4844-b5fb-eea598800001
                28310853669776004622;3543-8999-6730-7885;Мария Мобильная;1.0.24.0.800;5e97a4e0-2cb4-4844-b5fb-eea598800002
                28310853669776004639;3543-8999-6730-7892;Пётр Полевой;1.0.24.0.800;5e97a4e0-2cb4-4844-b5fb-eea598800003
                """);
        button(page, words.of("tables.check")).click();
        button(page, words.of("licenses.load.load")).waitFor();
    }

    private static void checkInvitations(Page page, Words words) {
        fill(page, words.of("tables.paste"), """
                ООО «Ромашка»;romashka@example.com;7701000014;Астрахань
                АО «Василёк»;vasilek@example.com;;Казань
                ООО «Подсолнух»;podsolnuh@;;Тула
                ООО «Ромашка» (филиал);romashka@example.com;;Астрахань
                """);
        button(page, words.of("tables.check")).click();
        page.locator("vaadin-grid").first().waitFor();
    }

    private static void fill(Page page, String label, String value) {
        page.getByLabel(label, new GetByLabelOptions().setExact(true)).locator("visible=true").first().fill(value);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }
}
