package com.texchange.licenses.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.FilterAddress;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Tone;
import com.texchange.licenses.LicenseLoad;
import com.texchange.licenses.LicenseLoading;
import com.texchange.licenses.LoadTally;
import com.texchange.licenses.RejectedLicenses;
import com.texchange.licenses.SheetRow;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.tables.TableFormat;
import com.texchange.tables.ui.TableFaults;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a load with a verdict each, fetched as they are looked at; those that will not be loaded come first. */
final class SheetPreview extends Composite<VerticalLayout> {

    private static final LoadTally NOTHING = new LoadTally(Map.of(), Map.of());
    private final transient LicenseLoading loading;
    private final transient RejectedLicenses file;
    /** What is read off digit by digit, on one line. */
    private static final String DIGITS = "digits";
    private final transient Actor actor;
    private final Paragraph summary = new Paragraph();
    private final Paragraph notKept = new Paragraph();
    private final TableFaults faults = new TableFaults();
    private final TableLinks rejected;
    private final Select<Verdict> verdict = new Select<>();
    private final Grid<SheetRow> grid = new Grid<>();
    private boolean filling;
    private transient LoadTally tally = NOTHING;
    /** The download reads it without the page's lock. */
    private volatile transient @Nullable LicenseLoad load;

    SheetPreview(LicenseLoading loading, RejectedLicenses file, Actor actor) {
        this.loading = loading;
        this.file = file;
        this.actor = actor;
        Locale locale = getLocale();
        rejected = new TableLinks(getTranslation("licenses.load.rejected"), "rejected-licenses",
                (format, out) -> write(format, locale, out));
        notKept.setText(getTranslation("licenses.load.notKept"));
        addFilter();
        addColumns();
        grid.setItems(query -> rows(query.getOffset(), query.getLimit()), query -> count());
        getContent().setPadding(false);
        getContent().add(summary, faults, rejected, notKept, verdict, grid);
        setVisible(false);
    }

    private void addColumns() {
        // Together no wider than a page of 1280 px has room for; what grows has words in its head or in its cells.
        grid.addComponentColumn(this::composed).setKey("composed").setVisible(false);
        grid.addColumn(SheetRow::line).setKey("line").setWidth("3.625rem").setFlexGrow(0).setPartNameGenerator(row -> DIGITS);
        grid.addComponentColumn(this::verdict).setKey("verdict").setWidth("7.75rem").setFlexGrow(3);
        grid.addColumn(unbroken(SheetRow::number)).setKey("number").setWidth("9.125rem").setFlexGrow(0).setPartNameGenerator(row -> DIGITS);
        grid.addColumn(unbroken(SheetRow::activationCode)).setKey("activationCode").setWidth("8.125rem").setFlexGrow(0).setPartNameGenerator(row -> DIGITS);
        grid.addColumn(SheetRow::userName).setKey("user").setWidth("6.25rem").setFlexGrow(2);
        grid.addColumn(SheetRow::configVersion).setKey("configVersion").setWidth("6.25rem").setFlexGrow(1);
        grid.addColumn(unbroken(SheetRow::mdmId)).setKey("mdmId").setWidth("14.875rem").setFlexGrow(0).setPartNameGenerator(row -> DIGITS);
        grid.addColumn(SheetRow::ownerTaxId).setKey("owner").setWidth("6.5rem").setFlexGrow(1);
        grid.getColumns().forEach(column -> column.setResizable(true)
                .setHeader(getTranslation("licenses.column." + column.getKey())));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addClassNames("rows-grid", "sheet-grid");
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == column.getKey().equals("composed"))));
    }

    /** What is read off or compared digit by digit stands on one line. */
    private static LitRenderer<SheetRow> unbroken(ValueProvider<SheetRow, String> text) {
        return LitRenderer.<SheetRow>of("<span class=\"unbroken\">${item.text}</span>").withProperty("text", text);
    }

    /** @return how many rows have which verdict */
    LoadTally show(LicenseLoad current) {
        load = current;
        tally = loading.tally(current.id(), actor);
        summary.setText(getTranslation(switch (current.state()) {
            case CHECKED -> "licenses.load.summary";
            case LOADED -> "licenses.load.summaryLoaded";
            default -> "licenses.load.summaryAfter";
        }, tally.all(), tally.valid()));
        rejected.setVisible(current.kept() && tally.valid() < tally.all());
        faults.show(tally.faults(), reasons());
        filling = true;
        Verdict chosen = verdict.getValue();
        verdict.setItems(tally.verdicts().keySet());
        verdict.setValue(tally.verdicts().containsKey(chosen) ? chosen : null);
        filling = false;
        verdict.setVisible(current.kept() && tally.verdicts().size() > 1);
        grid.setVisible(current.kept() && current.state() != LicenseLoad.State.LOST);
        notKept.setVisible(!current.kept());
        grid.getDataProvider().refreshAll();
        setVisible(true);
        return tally;
    }

    /** For a page that shows the same load when it is opened again: which rows are shown stands in its address. To be asked once. */
    FilterAddress address() {
        return FilterAddress.ofOpenPage().choice("verdict", verdict, Verdict.class, null);
    }

    void clear() {
        load = null;
        verdict.setValue(null);
        tally = NOTHING;
        grid.getDataProvider().refreshAll();
        setVisible(false);
    }

    private Stream<SheetRow> rows(int offset, int limit) {
        LicenseLoad shown = load;
        return shown == null ? Stream.empty() : loading.rows(shown.id(), verdict.getValue(), offset, limit, actor).stream();
    }

    private int count() {
        return verdict.getValue() == null ? tally.all() : tally.of(verdict.getValue());
    }

    private void write(TableFormat format, Locale locale, OutputStream out) throws IOException {
        LicenseLoad shown = load;
        if (shown != null) {
            file.write(shown.id(), actor, format, locale, out);
        }
    }

    private void addFilter() {
        verdict.setLabel(getTranslation("licenses.column.verdict"));
        verdict.setItems(Verdict.values());
        verdict.setEmptySelectionAllowed(true);
        verdict.setEmptySelectionCaption(getTranslation("licenses.load.allRows"));
        verdict.setItemLabelGenerator(value -> value == null ? getTranslation("licenses.load.allRows")
                : getTranslation("licenses.load.verdictCount", getTranslation("licenses.verdict." + word(value)), tally.of(value)));
        verdict.addValueChangeListener(change -> {
            if (!filling) {
                grid.getDataProvider().refreshAll();
            }
        });
    }

    /** Why rows that can be read are not loaded, in words, and how many there are of each. */
    private Map<String, Integer> reasons() {
        return tally.verdicts().entrySet().stream().filter(count -> count.getKey() != Verdict.VALID && count.getKey() != Verdict.UNREADABLE)
                .collect(Collectors.toMap(count -> getTranslation("licenses.verdict." + count.getKey()), Map.Entry::getValue, Integer::sum));
    }

    /** What will be loaded is loaded later. */
    private String word(Verdict value) {
        LicenseLoad shown = load;
        boolean after = value == Verdict.VALID && shown != null && shown.state() == LicenseLoad.State.LOADED;
        return after ? "LOADED" : value.name();
    }

    /** All that matters of a row, for a page that has room for one column. */
    private Component composed(SheetRow row) {
        Span number = new Span(getTranslation("licenses.lineAndNumber", row.line(), row.number()));
        number.addClassName("composed-title");
        Div cell = new Div(number);
        Stream.of(row.activationCode(), row.userName(), row.configVersion(), row.mdmId(), row.ownerTaxId())
                .filter(text -> !text.isEmpty()).map(Span::new).forEach(cell::add);
        cell.add(verdict(row));
        cell.addClassName("composed-cell");
        return cell;
    }

    private Span verdict(SheetRow row) {
        Tone tone = row.verdict() == Verdict.VALID ? Tone.SUCCESS : Tone.ERROR;
        return tone.badge(row.fault() != null ? TableFaults.words(this, row.fault()) : row.verdict() == Verdict.VALID
                ? getTranslation("licenses.verdict." + word(row.verdict()))
                : getTranslation(row.verdictKey(), String.valueOf(row.firstLine())));
    }
}
