package com.texchange.invitelists.ui;

import com.texchange.common.Languages;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.invitelists.ListedInvitee;
import com.texchange.invitelists.Verdict;
import com.texchange.tables.ui.TableFaults;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a list that was checked; of the valid ones, the language of the letter can be chosen, doubtful ones be confirmed. */
final class PreviewGrid extends Grid<ListedInvitee> {

    private final Map<Integer, Locale> chosen = new HashMap<>();
    private final Set<Integer> confirmed = new HashSet<>();
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
        addColumn(ListedInvitee::email).setKey("email").setWidth("11.5rem").setFlexGrow(2);
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

    void filter(@Nullable Verdict verdict) {
        provider.setFilter(verdict == null ? null : row -> row.verdict() == verdict);
    }

    /** The one of rows that name none. */
    void language(Locale forAll) {
        language = forAll;
        provider.refreshAll();
    }

    /** The rows with the languages that were chosen here, and those valid that were confirmed. */
    List<ListedInvitee> asChosen(List<ListedInvitee> checked) {
        return checked.stream().map(row -> isConfirmed(row) ? row.confirmed() : row)
                .map(row -> chosen.containsKey(row.line()) ? row.in(chosen.get(row.line())) : row)
                .toList();
    }

    int confirmed() {
        return confirmed.size();
    }

    private boolean isConfirmed(ListedInvitee row) {
        return confirmed.contains(row.line());
    }

    private Component verdict(ListedInvitee row) {
        Badge badge = new Badge(row.fault() == null ? getTranslation(row.messageKey(), row.detail())
                : TableFaults.words(this, row.fault()));
        badge.addThemeVariants(row.isValid() ? BadgeVariant.SUCCESS
                : row.isDoubtful() ? BadgeVariant.WARNING : BadgeVariant.ERROR);
        return row.isDoubtful() ? new Div(badge, confirmation(row)) : badge;
    }

    private Component confirmation(ListedInvitee row) {
        Checkbox confirm = new Checkbox(getTranslation(row.verdict() == Verdict.TAX_ID_KNOWN
                ? "invitelists.otherCompany" : "invitelists.confirm"), isConfirmed(row));
        confirm.setAriaLabel(getTranslation("invitelists.confirmOf", row.email()));
        confirm.addValueChangeListener(change -> {
            if (change.getValue()) {
                confirmed.add(row.line());
            } else {
                confirmed.remove(row.line());
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
        Span more = new Span(row.email() + (row.city().isEmpty() ? "" : " · " + row.city()));
        Div cell = new Div(name, more, verdict(row));
        if (row.isValid() || row.isDoubtful()) {
            cell.add(language(row));
        }
        cell.addClassName("composed-cell");
        return cell;
    }
}
