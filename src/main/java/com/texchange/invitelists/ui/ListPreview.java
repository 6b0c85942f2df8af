package com.texchange.invitelists.ui;

import com.texchange.common.Languages;
import com.texchange.common.ui.SearchField;
import com.texchange.common.ui.SingleStep;
import com.texchange.common.ui.WhyNot;
import com.texchange.invitelists.FailedRows;
import com.texchange.invitelists.ListedInvitee;
import com.texchange.invitelists.Verdict;
import com.texchange.tables.ui.TableFaults;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What would become of each row, and the button that makes it so. */
final class ListPreview extends Composite<Div> {

    private final H2 summary = new H2();
    private final Paragraph counts = new Paragraph();
    private final TableFaults faults = new TableFaults();
    private final SearchField search = new SearchField(getTranslation("invitelists.search"));
    private final Select<Verdict> verdict = new Select<>();
    private final Select<Locale> language = new Select<>();
    private final PreviewGrid grid = new PreviewGrid(this::count);
    private final Button invite = new Button();
    private final TableLinks failed;
    /** The download reads it without the page's lock. */
    private volatile transient List<ListedInvitee> rows = List.of();
    private transient Map<Verdict, Long> numbers = Map.of();

    /** @param confirmed takes the rows and the language of those that name none */
    ListPreview(FailedRows failedRows, Duration grace, BiConsumer<List<ListedInvitee>, Locale> confirmed) {
        Locale locale = getLocale();
        failed = new TableLinks(getTranslation("invitelists.failed"), "invalid-rows",
                (format, out) -> failedRows.write(rows, format, locale, out));
        summary.addClassName("section-title");
        summary.getElement().setAttribute("aria-live", "polite");
        describeFilters();
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        SingleStep.on(invite, () -> {
            // A double click is one list all the same; what has failed can be tried again.
            invite.setEnabled(true);
            confirmed.accept(grid.asChosen(rows), language.getValue());
        });
        HorizontalLayout filters = new HorizontalLayout(search, verdict, language, failed);
        filters.addClassName("list-tools");
        filters.setWrap(true);
        Paragraph undo = new Paragraph(getTranslation("invitelists.undoHint", grace.toSeconds()));
        undo.addClassName("hint");
        getContent().addClassName("list-preview");
        getContent().add(summary, counts, faults, filters, grid, undo, invite);
    }

    private void describeFilters() {
        // As wide as what it asks for.
        search.setWidth("17rem");
        verdict.setLabel(getTranslation("invitelists.filter"));
        verdict.setEmptySelectionAllowed(true);
        verdict.setEmptySelectionCaption(getTranslation("invitelists.filter.all"));
        verdict.setItemLabelGenerator(value -> value == null ? getTranslation("invitelists.filter.all")
                : getTranslation("invitelists.filter.label", getTranslation("invitelists.group." + value),
                        numbers.getOrDefault(value, 0L)));
        verdict.addValueChangeListener(change -> filter());
        search.addValueChangeListener(change -> filter());
        language.setLabel(getTranslation("invitelists.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        language.setValue(Languages.closest(List.of(getLocale())));
        language.addValueChangeListener(change -> grid.language(change.getValue()));
        grid.language(language.getValue());
    }

    private void filter() {
        grid.filter(search.getValue(), verdict.getValue());
    }

    void show(List<ListedInvitee> checked) {
        rows = checked;
        numbers = checked.stream().collect(Collectors.groupingBy(ListedInvitee::verdict,
                () -> new EnumMap<>(Verdict.class), Collectors.counting()));
        long valid = numbers.getOrDefault(Verdict.VALID, 0L);
        counts.setText(numbers.entrySet().stream().filter(count -> count.getKey() != Verdict.VALID)
                .sorted(Map.Entry.<Verdict, Long>comparingByValue().reversed())
                .map(count -> getTranslation("invitelists.filter.label",
                        getTranslation("invitelists.group." + count.getKey()), count.getValue()))
                .collect(Collectors.joining(" · ")));
        counts.setVisible(valid < checked.size());
        failed.setVisible(valid < checked.size());
        faults.show(checked.stream().map(ListedInvitee::fault).filter(Objects::nonNull).toList());
        verdict.setItems(numbers.keySet());
        verdict.clear();
        search.clear();
        grid.show(checked);
        count();
    }

    /** The valid rows and those that were confirmed. */
    private void count() {
        long ready = numbers.getOrDefault(Verdict.VALID, 0L) + grid.confirmed();
        summary.setText(getTranslation("invitelists.summary", ready, rows.size()));
        invite.setText(getTranslation("invitelists.invite", ready));
        WhyNot.tell(invite, ready > 0 ? null : getTranslation("invitelists.whyNot"));
    }
}
