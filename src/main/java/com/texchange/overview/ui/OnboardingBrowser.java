package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OnboardingId;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.GridOrder;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.PageHeader;
import com.texchange.overview.OnboardingDetails;
import com.texchange.overview.OnboardingExport;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.overview.OnboardingRow;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * The grid of onboardings with search, and beside it the details of the open one; both keep themselves current. What is
 * shown follows the address of the page.
 */
class OnboardingBrowser extends Composite<MasterDetailLayout> {

    /**
     * Details that are opened have the focus. What takes the place of others has it where those had it, or where it covers the list
     * and nothing else has it: Escape is heard there alone.
     */
    private static final String FOCUS = """
            setTimeout(() => {
                const layout = this.closest('vaadin-master-detail-layout');
                const active = document.activeElement;
                const lost = active?.closest('[slot^="detail"]') || active === document.body && layout?.hasAttribute('overlay');
                if ($0 || lost && !this.contains(active)) {
                    this.focus({preventScroll: true});
                }
            })
            """;
    private final transient OnboardingQueries queries;
    private final transient Actor actor;
    private final OnboardingGrid grid;
    private final OnboardingFilters filters = new OnboardingFilters(filter -> go(place().filtered(filter)));
    private final Span found = new Span();
    private final PageHeader header;
    private final Div list = new Div();
    private final TableLinks export;
    private Component emptyState = new Div();
    private Component buttons = new Div();
    private transient Function<OnboardingDetails, Component> actions = details -> new Div();
    private transient Consumer<ListAddress> go = place -> { };
    private transient ListAddress place = new ListAddress(null, OnboardingFilter.NONE, "");
    /** Where the person is on the way to: what is asked for meanwhile, as by a search that comes behind a click, begins there. */
    private transient ListAddress asked = place;
    private transient @Nullable OnboardingDetails shown;
    /** The download reads them without the page's lock. */
    private volatile transient OnboardingFilter exported = OnboardingFilter.NONE;
    private volatile transient Sort order = Sort.unsorted();

    /** @param title of the page, translated */
    OnboardingBrowser(OnboardingQueries queries, OnboardingExport file, ChangeFeed feed, Actor actor,
            boolean withSupplier, String title) {
        this.queries = queries;
        this.actor = actor;
        this.grid = new OnboardingGrid(queries, actor, withSupplier);
        Locale locale = getLocale();
        ZoneId zone = DateTimes.zone();
        export = new TableLinks(getTranslation("overview.export"), withSupplier ? "onboardings" : "distributors",
                (format, out) -> file.write(exported, order, actor, zone, locale, format, out));
        header = new PageHeader(title);
        found.addClassName("hint");
        found.getElement().setAttribute("role", "status");
        list.addClassName("list-body");
        Div tools = new Div(filters, found, export);
        tools.addClassName("list-tools");
        Div master = new Div(header, tools, list);
        master.addClassName("list-master");
        arrange(master);
        grid.onOpen(row -> go(place().opening(row.id())));
        grid.onCount(count -> found.setText(getTranslation("overview.found", count)));
        grid.addSortListener(sorted -> {
            order = OnboardingGrid.sortOf(sorted.getSortOrder());
            sorted(GridOrder.address(grid).orElse(""));
        });
        LiveUpdates.follow(this, feed, change -> concerns(change, withSupplier), this::refresh);
    }

    private void arrange(Component master) {
        getContent().setSizeFull();
        getContent().setMaster(master);
        // Side by side from 1280 px on; where it is narrower, the details lie over the grid, below the page's header.
        getContent().setMasterSize("min(100%, 34rem)", true);
        getContent().setDetailSize("27rem");
        getContent().addDetailEscapePressListener(escape -> close());
        getContent().addBackdropClickListener(click -> close());
    }

    /** A supplier follows its own; a process manager everything. */
    private boolean concerns(Change change, boolean all) {
        return all ? change.topic() == Change.Topic.ONBOARDING
                : change.concerns(Change.Topic.ONBOARDING, actor.companyId());
    }

    OnboardingGrid grid() {
        return grid;
    }

    /** Puts buttons beside the title; where it is narrow, below it. */
    void addTools(Component... tools) {
        header.addTools(tools);
    }

    /** Below the list: when it comes and goes, no row moves under the pointer. */
    void addBar(Component bar) {
        ((Div) list.getParent().orElseThrow()).add(bar);
    }

    /** @param empty what stands in the grid's place while there is no onboarding at all */
    void setEmptyState(Component empty) {
        emptyState = empty;
        showList();
    }

    private void showList() {
        // The first of them is in an index; counting takes longer.
        boolean any = !queries.page(OnboardingFilter.NONE, Sort.unsorted(), 0, 1, actor).isEmpty();
        filters.setVisible(any);
        found.setVisible(any);
        export.setVisible(any);
        list.removeAll();
        list.add(any ? grid : emptyState);
    }

    /** @param action the buttons under the details */
    void setActions(Function<OnboardingDetails, Component> action) {
        actions = action;
    }

    /** @param listener brings the person to another place of the list, which comes back by {@link #show} */
    void onGo(Consumer<ListAddress> listener) {
        go = listener;
    }

    private void go(ListAddress other) {
        asked = other;
        go.accept(other);
    }

    private ListAddress place() {
        return asked;
    }

    /** By the person, unless the address has said it. */
    private void sorted(String sort) {
        if (!sort.equals(place().sort())) {
            go(place().sorted(sort));
        }
    }

    private void close() {
        go(place().opening(null));
        grid.focusRow();
    }

    void show(ListAddress other) {
        boolean opened = other.open() != null && !other.open().equals(place.open());
        List<GridSortOrder<OnboardingRow>> sorting = GridOrder.read(grid, other.sort());
        place = sorting.isEmpty() ? other.sorted("") : other;
        asked = place;
        if (!place.sort().equals(GridOrder.address(grid).orElse(""))) {
            grid.sort(sorting);
        }
        filters.show(other.filter());
        if (!other.filter().equals(grid.filter())) {
            exported = other.filter();
            grid.filter(other.filter());
        }
        shown = null;
        showDetails(opened);
    }

    private void showDetails(boolean focus) {
        OnboardingId id = place.open();
        OnboardingDetails details = id == null ? null : queries.details(id, actor).orElse(null);
        if (details != null && details.equals(shown)) {
            // Built anew it would lose the focus and the place in the text.
            return;
        }
        Component panel = details != null ? details(details) : id == null ? null : unknown();
        shown = details;
        getContent().setDetail(panel);
        if (panel != null) {
            panel.getElement().setAttribute("tabindex", "-1");
            panel.getElement().executeJs(FOCUS, focus);
        }
    }

    private Component unknown() {
        return EmptyState.unknown(new Button(getTranslation("common.close"), click -> close()));
    }

    private Component details(OnboardingDetails details) {
        if (!isAtSameStep(details)) {
            buttons = actions.apply(details);
        }
        return new OnboardingDetailsPanel(details, buttons, this::close);
    }

    /** Then news keep the buttons: a click that is on its way finds the one that it was for. */
    private boolean isAtSameStep(OnboardingDetails details) {
        OnboardingDetails before = shown;
        return before != null && before.row().id().equals(details.row().id())
                && before.row().stage() == details.row().stage();
    }

    void refresh() {
        if (grid.getParent().isEmpty()) {
            showList();
        }
        grid.refresh();
        showDetails(false);
    }
}
