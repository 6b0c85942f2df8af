package com.texchange.invitelists.ui;

import com.texchange.common.Languages;
import com.texchange.common.SearchWords;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Tone;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.invitelists.ListedInvitee;
import com.texchange.invitelists.Verdict;
import com.texchange.tables.ui.TableFaults;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a list that was checked; of the valid ones, the language of the letter can be chosen, doubtful ones be confirmed. */
final class PreviewGrid extends Grid<ListedInvitee> {

    private final Map<Integer, Locale> chosen = new HashMap<>();
    /** By line: the doubts of which a person has said that all is right. */
    private final Map<Integer, Set<Verdict>> confirmed = new HashMap<>();
    private final transient Runnable confirmationChanged;
    private Locale language = Languages.ENGLISH;
    private ListDataProvider<ListedInvitee> provider = rows(List.of());

    /** @param confirmationChanged to be run when another number of rows is confirmed */
    PreviewGrid(Runnable confirmationChanged) {
        this.confirmationChanged = confirmationChanged;
        addComponentColumn(this::composed).setKey("composed").setVisible(false);
        addColumn(ListedInvitee::line).setKey("line").setWidth("5rem").setFlexGrow(0);
        addComponentColumn(this::verdict).setKey("result").setWidth("11rem").setFlexGrow(3);
        addColumn(ListedInvitee::name).setKey("name").setWidth("8.5rem").setFlexGrow(1);
        addComponentColumn(row -> new UnbrokenText(row.email())).setKey("email").setWidth("11.5rem").setFlexGrow(2);
        addColumn(ListedInvitee::taxId).setKey("taxId").setWidth("8.75rem").setFlexGrow(0);
        addColumn(ListedInvitee::city).setKey("city").setWidth("6.5rem");
        addComponentColumn(this::language).setKey("language").setWidth("8.25rem").setFlexGrow(0);
        getColumns().forEach(column -> column.setResizable(true)
                .setHeader(getTranslation("invitelists.column." + column.getKey())));
        setSelectionMode(SelectionMode.NONE);
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        addClassName("rows-grid");
        NarrowScreen.follow(this, narrow -> getColumns().forEach(column ->
                column.setVisible(narrow == column.getKey().equals("composed"))));
    }

    private static ListDataProvider<ListedInvitee> rows(List<ListedInvitee> rows) {
        return new ListDataProvider<>(rows) {
            @Override
            public Object getId(ListedInvitee row) {
                return row.line();
            }
        };
    }

    void show(List<ListedInvitee> checked) {
        chosen.clear();
        confirmed.clear();
        provider = rows(checked);
        setDataProvider(provider);
    }

    void filter(String typed, @Nullable Verdict verdict) {
        SearchWords words = SearchWords.of(typed);
        provider.setFilter(row -> (verdict == null || row.verdict() == verdict) && words.areIn(written(row)));
    }

    private static String written(ListedInvitee row) {
        return String.join("\n", row.name(), row.email(), row.taxId(), row.city());
    }

    /** The one of rows that name none. */
    void language(Locale forAll) {
        language = forAll;
        provider.refreshAll();
    }

    /** The rows with the languages that were chosen here, and those valid that were confirmed. */
    List<ListedInvitee> asChosen(List<ListedInvitee> checked) {
        return checked.stream().map(row -> isConfirmed(row) ? row.doubts().getLast().confirmed() : row)
                .map(row -> chosen.containsKey(row.line()) ? row.in(chosen.get(row.line())) : row)
                .toList();
    }

    long confirmed() {
        return provider.getItems().stream().filter(this::isConfirmed).count();
    }

    /** A row may be doubtful in more than one way: then each has to be confirmed. */
    private boolean isConfirmed(ListedInvitee row) {
        Set<Verdict> doubts = confirmed.get(row.line());
        return doubts != null && row.doubts().stream().map(ListedInvitee::verdict).allMatch(doubts::contains);
    }

    private Component verdict(ListedInvitee row) {
        if (!row.isDoubtful()) {
            return badge(row);
        }
        Div doubts = new Div();
        row.doubts().forEach(doubt -> doubts.add(badge(doubt), confirmation(doubt)));
        return doubts;
    }

    private Component badge(ListedInvitee row) {
        Tone tone = row.isValid() ? Tone.SUCCESS : row.isDoubtful() ? Tone.WARNING : Tone.ERROR;
        return tone.badge(row.fault() == null ? getTranslation(row.messageKey(), row.detail()) : TableFaults.words(this, row.fault()));
    }

    private Component confirmation(ListedInvitee doubt) {
        Set<Verdict> doubts = confirmed.computeIfAbsent(doubt.line(), line -> EnumSet.noneOf(Verdict.class));
        Checkbox confirm = new Checkbox(getTranslation(doubt.verdict() == Verdict.TAX_ID_KNOWN
                ? "invitelists.otherCompany" : "invitelists.confirm"), doubts.contains(doubt.verdict()));
        confirm.setAriaLabel(getTranslation(doubt.verdict() == Verdict.TAX_ID_KNOWN
                ? "invitelists.otherCompanyOf" : "invitelists.confirmOf", doubt.email()));
        confirm.addValueChangeListener(change -> {
            if (change.getValue()) {
                doubts.add(doubt.verdict());
            } else {
                doubts.remove(doubt.verdict());
            }
            confirmationChanged.run();
        });
        return confirm;
    }

    private Component language(ListedInvitee row) {
        if (!row.isValid() && !row.isDoubtful()) {
            return new Span(row.language());
        }
        Select<Locale> select = new Select<>();
        select.addThemeVariants(SelectVariant.LUMO_SMALL);
        select.setAriaLabel(getTranslation("invitelists.languageOf", row.name()));
        select.setItems(Languages.ALL);
        select.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        select.setValue(chosen.getOrDefault(row.line(), Objects.requireNonNullElse(row.locale(), language)));
        select.setWidthFull();
        select.addValueChangeListener(change -> chosen.put(row.line(), change.getValue()));
        return select;
    }

    /** All that matters of a row, for a page that has room for one column. */
    private Component composed(ListedInvitee row) {
        Span name = new Span(getTranslation("invitelists.lineAndName", row.line(), row.name()));
        name.addClassName("composed-title");
        Span more = new UnbrokenText(row.email() + (row.city().isEmpty() ? "" : " · " + row.city()));
        Div cell = new Div(name, more, verdict(row));
        if (row.isValid() || row.isDoubtful()) {
            cell.add(language(row));
        }
        cell.addClassName("composed-cell");
        return cell;
    }
}
