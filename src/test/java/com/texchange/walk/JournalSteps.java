package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.texchange.audit.AuditKind;
import com.texchange.common.Routes;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** What somebody looks up in the journal: as far as it is open to them, narrowed as they need it, and taken away as a file. */
record JournalSteps(PersonAtBrowser person) {

    private static final String KIND = "journal.kind.";

    /** All that the search finds in an area, the latest first. */
    void find(AuditKind.Area area, String words, AuditKind... kinds) {
        person.go("/" + Routes.with(Routes.JOURNAL, "area", area));
        person.page().getByLabel(person.word("journal.search"), new Page.GetByLabelOptions().setExact(true)).fill(words);
        seeKinds(kinds);
        person.checked();
    }

    /** Of what is found, that of one kind alone, which opens and tells the rest. */
    void open(AuditKind kind, String... told) {
        person.press("journal.filters.set", 1);
        Locator field = person.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(person.word("journal.column.kind")));
        field.fill(person.word(KIND + kind));
        field.press("Enter");
        field.press("Tab");
        seeKinds(kind);
        openers().click();
        for (String text : told) {
            assertThat(person.dialog().getByText(text).first()).isVisible();
        }
        person.checked();
        person.pressInDialog("common.close");
    }

    /** What the page shows is what the file holds. */
    void download(AuditKind kind, String told, String untold) {
        Assertions.assertThat(person.downloaded("journal.download")).contains(person.word(KIND + kind), told).doesNotContain(untold);
    }

    /** What one has done, and what was done with one's account, is all there is to choose. */
    void findOwn(AuditKind... kinds) {
        person.go("/" + Routes.JOURNAL);
        person.see("journal.hint.OWN");
        for (AuditKind kind : kinds) {
            person.seeInGrid(KIND + kind);
        }
        assertThat(person.page().getByText(person.word("journal.scope"), new Page.GetByTextOptions().setExact(true))).isHidden();
        person.checked();
    }

    private void seeKinds(AuditKind... kinds) {
        assertThat(openers()).hasText(Stream.of(kinds).map(kind -> person.word(KIND + kind)).toArray(String[]::new));
    }

    private Locator openers() {
        return person.page().locator("vaadin-grid .journal-opener").filter(new Locator.FilterOptions().setVisible(true));
    }
}
