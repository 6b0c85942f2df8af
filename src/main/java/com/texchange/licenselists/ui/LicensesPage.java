package com.texchange.licenselists.ui;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.OrderKind;
import com.texchange.connections.ServiceCounts;
import com.texchange.connections.ui.ListFilters;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the lists of many distributors' licenses have in common: what is looked for, what is selected, and what can be done with it. The
 * address is as {@link ListFilters} has it.
 */
abstract class LicensesPage extends VerticalLayout implements HasDynamicTitle, AfterNavigationObserver {

    final LicenseGrid<?> grid;
    final ListActs acts;
    private final transient ListFilters filters;
    private final transient Function<Selection<LicenseId, LicenseFilter>, ServiceCounts> counts;
    private transient ServiceCounts stand = ServiceCounts.NONE;

    /** @param counts how many of those that are selected are in service, and so on */
    LicensesPage(String route, LicenseGrid<?> grid, Function<Selection<LicenseId, LicenseFilter>, ServiceCounts> counts, Show... shows) {
        this.grid = grid;
        this.counts = counts;
        acts = new ListActs(grid, this::begin);
        filters = ListFilters.of(route, grid, this::filter, getTranslation("connections.supplier.search"), "connections.supplier.show", shows);
        grid.onCount(number -> filters.count.setText(getTranslation("connections.supplier.count", number)));
        setSizeFull();
        addClassName("wide-page");
    }

    /** What is selected, by its distributors, as it stands now. */
    abstract Map<CompanyId, Selection<LicenseId, LicenseFilter>> byDistributor(Selection<LicenseId, LicenseFilter> selection);

    /** Asks what is to be known before something is done with what is selected, and places the order. @param selected of one or more distributors */
    abstract void ask(OrderKind kind, Map<CompanyId, Selection<LicenseId, LicenseFilter>> selected);

    /** A grant may have ended, or others have changed all that was selected, which the page has not heard of yet. */
    private void begin(OrderKind kind, Selection<LicenseId, LicenseFilter> selection) {
        Map<CompanyId, Selection<LicenseId, LicenseFilter>> selected = byDistributor(selection);
        if (selected.isEmpty()) {
            Notices.error(getTranslation("connections.selection.nothingLeft"));
            refresh();
        } else {
            ask(kind, selected);
        }
    }

    final ListSelection<?> selectable(ListChoice.Source source) {
        ListSelection<?> selection = grid.selectable(source, () -> {
            selected();
            filters.write();
        });
        grid.hold(filters, source);
        return selection;
    }

    /**
     * @param head      above the tools
     * @param lastTools behind those that every list has
     */
    final void fill(List<Component> head, Component... lastTools) {
        Div tools = new Div(acts.connect, acts.disconnect, acts.move, filters.search, filters.show, filters.count);
        tools.add(lastTools);
        tools.addClassName("devices-tools");
        add(head);
        add(tools, acts, filters.columns);
        addAndExpand(grid);
        selected();
    }

    /** Keeps the page current. */
    final void follow(ChangeFeed feed, Predicate<Change> concerns, Duration betweenRefreshes) {
        LiveUpdates.follow(this, feed, change -> change.topic() == Change.Topic.LICENSES && concerns.test(change), betweenRefreshes, this::refresh);
    }

    private void refresh() {
        grid.refresh();
        selected();
    }

    private void selected() {
        @Nullable Selection<LicenseId, LicenseFilter> selection = grid.selection();
        stand = selection == null ? ServiceCounts.NONE : counts.apply(selection);
        acts.show(stand, grid.hidden(stand.selected()));
    }

    /** How many licenses. */
    final int selectedCount() {
        return stand.selected();
    }

    /** Another filter changes nothing of what is selected. */
    private void filter(LicenseFilter filter) {
        grid.filter(filter);
        acts.show(stand, grid.hidden(stand.selected()));
    }

    @Override
    public final void afterNavigation(AfterNavigationEvent event) {
        filters.read(event.getLocation().getQueryParameters());
    }
}
