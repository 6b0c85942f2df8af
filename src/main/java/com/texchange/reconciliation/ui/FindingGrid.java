package com.texchange.reconciliation.ui;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.FilterAddress;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.SearchField;
import com.texchange.common.ui.Tone;
import com.texchange.reconciliation.Finding;
import com.texchange.reconciliation.FindingExport;
import com.texchange.reconciliation.FindingFilter;
import com.texchange.reconciliation.FindingRow;
import com.texchange.reconciliation.Findings;
import com.texchange.reconciliation.ReconciliationId;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.QueryParameters;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was found, row by row, lazily, searched, and as a file. */
final class FindingGrid extends Composite<Div> {

    private static final String COMPOSED = "composed";
    /** What is read off digit by digit, on one line. */
    private static final String DIGITS = "digits";
    /** Room that the columns need, in pixels of CSS; below it they are one. */
    private static final int COLUMNS = 900;
    private static final String NUMBER = """
            ${item.link ? html`<a class="license-link" href="${item.link}">${item.number}</a>` : item.number}""";
    private static final String FINDING = """
            <span class="badge" theme="${item.theme}">${item.finding}</span>\
            ${item.toDo ? html`<div class="hint">${item.toDo}</div>` : ''}""";
    private static final String COMPOSED_CELL = """
            <div class="composed-cell"><span class="composed-title">%s</span><span>${item.more.map((part, at) => html`${at ? ' · ' : ''}<span class="whole-part">${part}</span>`)}</span>\
            <div>%s</div></div>""".formatted(NUMBER, FINDING);
    private final SearchField search = new SearchField(getTranslation("reconciliation.search"));
    private final Select<Finding> finding = new Select<>();
    private final Grid<FindingRow> grid = new Grid<>();
    private final transient ConfigurableFilterDataProvider<FindingRow, Void, FindingFilter> provider;
    private transient Map<Finding, Integer> counts = new EnumMap<>(Finding.class);
    /** The download reads it without the page's lock. */
    private volatile transient FindingFilter filter = FindingFilter.NONE;
    private boolean filling;

    /** @param address what the page was opened with: what is searched for */
    FindingGrid(Findings findings, FindingExport export, ReconciliationId id, Actor actor, QueryParameters address) {
        CallbackDataProvider<FindingRow, FindingFilter> pages = new CallbackDataProvider<>(
                query -> findings.page(id, query.getFilter().orElse(FindingFilter.NONE), query.getOffset(), query.getLimit(), actor)
                        .stream(),
                query -> findings.count(id, query.getFilter().orElse(FindingFilter.NONE), actor), FindingRow::place);
        provider = pages.withConfigurableFilter();
        grid.setDataProvider(provider);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("devices-grid");
        grid.addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAriaLabel(getTranslation("reconciliation.rows"));
        grid.setEmptyStateText(getTranslation("common.nothingFound"));
        addColumns();
        addTools();
        FilterAddress.ofOpenPage().search(search).choice("finding", finding, Finding.class, null).read(address);
        Locale locale = getLocale();
        TableLinks download = new TableLinks(getTranslation("reconciliation.download"), "reconciliation",
                (format, out) -> export.write(id, filter, actor, locale, format, out));
        Div tools = new Div(search, finding, download);
        tools.addClassName("devices-tools");
        getContent().addClassName("devices");
        getContent().add(tools, grid);
    }

    private void addColumns() {
        grid.addColumn(withFinding(withNumber(LitRenderer.of(COMPOSED_CELL))).withProperty("more", this::more)).setKey(COMPOSED)
                .setVisible(false);
        grid.addColumn(row -> row.listed() ? String.valueOf(row.place()) : "").setKey("line").setWidth("3.75rem").setFlexGrow(0);
        grid.addColumn(withNumber(LitRenderer.of("<span>" + NUMBER + "</span>"))).setKey("number").setWidth("10.25rem").setFlexGrow(1)
                .setPartNameGenerator(row -> DIGITS);
        grid.addColumn(FindingRow::activationCode).setKey("activationCode").setWidth("9rem").setFlexGrow(0)
                .setPartNameGenerator(row -> DIGITS);
        grid.addColumn(FindingRow::listedCode).setKey("code").setWidth("7rem").setFlexGrow(0);
        grid.addColumn(row -> Objects.toString(row.code(), "")).setKey("exchangeCode").setWidth("8rem").setFlexGrow(0);
        grid.addColumn(row -> Objects.toString(row.distributor(), "")).setKey("distributor").setWidth("8.25rem").setFlexGrow(2);
        grid.addColumn(withFinding(LitRenderer.of(FINDING))).setKey("finding").setWidth("16.25rem").setFlexGrow(1);
        grid.getColumns().forEach(column -> column.setResizable(true)
                .setHeader(getTranslation("reconciliation.column." + column.getKey())));
        NarrowScreen.followOwn(grid, COLUMNS, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == COMPOSED.equals(column.getKey()))));
    }

    private static LitRenderer<FindingRow> withNumber(LitRenderer<FindingRow> cell) {
        return cell.withProperty("number", FindingRow::number)
                .withProperty("link", row -> row.licenseId() == null ? "" : Routes.of(Routes.LICENSE, row.licenseId()));
    }

    private LitRenderer<FindingRow> withFinding(LitRenderer<FindingRow> cell) {
        return cell.withProperty("finding", this::words).withProperty("toDo", this::toDo)
                .withProperty("theme", row -> tone(row.finding()).theme());
    }

    private static Tone tone(Finding finding) {
        return switch (finding) {
            case AGREES -> Tone.SUCCESS;
            case LIST_ONLY, EXCHANGE_ONLY, OTHER_CODE, LIST_ONLY_ELSEWHERE -> Tone.WARNING;
            case UNKNOWN, CONTRADICTS, MALFORMED -> Tone.ERROR;
            case TWICE -> Tone.CONTRAST;
        };
    }

    private String words(FindingRow row) {
        return row.fault() == null ? getTranslation(row.finding().key())
                : getTranslation(row.fault(), row.faultColumn() == null ? "" : getTranslation(row.faultColumn()));
    }

    private String toDo(FindingRow row) {
        return row.finding().isToBePutRightElsewhere() ? getTranslation(row.finding().toDoKey(), Objects.toString(row.code(), "–")) : "";
    }

    /** All that matters of a row but its number, for a page that has room for one column. */
    private List<String> more(FindingRow row) {
        return Stream.of(row.listed() ? getTranslation("reconciliation.line", String.valueOf(row.place())) : "",
                        row.activationCode(), codes(row.listedCode(), row.code()), Objects.toString(row.distributor(), ""))
                .filter(text -> !text.isEmpty()).toList();
    }

    private String codes(String listed, @Nullable String here) {
        return here == null || here.equals(listed) ? listed : listed.isEmpty() ? here
                : getTranslation("reconciliation.codes", listed, here);
    }

    private void addTools() {
        search.addValueChangeListener(change -> filterChanged());
        finding.setAriaLabel(getTranslation("reconciliation.column.finding"));
        finding.setItems(Finding.values());
        finding.setEmptySelectionAllowed(true);
        finding.setEmptySelectionCaption(getTranslation("reconciliation.all"));
        finding.setItemLabelGenerator(value -> value == null ? getTranslation("reconciliation.all")
                : getTranslation("reconciliation.count", getTranslation(value.key()), counts.getOrDefault(value, 0)));
        finding.addValueChangeListener(change -> filterChanged());
    }

    private void filterChanged() {
        if (!filling) {
            filter = new FindingFilter(search.getValue(), finding.getValue());
            provider.setFilter(filter);
        }
    }

    /** Reads the rows anew. */
    void show(Map<Finding, Integer> found) {
        counts = found;
        filling = true;
        Finding chosen = finding.getValue();
        finding.setItems(found.keySet());
        finding.setValue(found.containsKey(chosen) ? chosen : null);
        filling = false;
        filterChanged();
        provider.refreshAll();
    }
}
