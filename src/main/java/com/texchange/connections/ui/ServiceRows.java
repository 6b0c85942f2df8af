package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.LicenseRow;
import com.texchange.connections.ServiceOverview;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the grid lazily: the suppliers at once, for there are few, the licenses by pages. Each supplier has the same
 * licenses under it, so one count serves all; where a search finds none, no supplier stands there either.
 */
final class ServiceRows extends AbstractBackEndHierarchicalDataProvider<ServiceRow, Void> {

    private final ServiceOverview overview;
    private final Actor actor;
    private List<ServiceRow.Supplier> suppliers = List.of();
    private int licenses;
    private LicenseFilter filter = LicenseFilter.NONE;
    private Runnable onMissing = () -> { };

    ServiceRows(ServiceOverview overview, Actor actor) {
        this.overview = overview;
        this.actor = actor;
        read();
    }

    List<ServiceRow.Supplier> suppliers() {
        return suppliers;
    }

    /** How many licenses stand under each supplier. */
    int licenses() {
        return licenses;
    }

    LicenseFilter filter() {
        return filter;
    }

    void filter(LicenseFilter shown) {
        filter = shown;
        read();
    }

    /** What is shown is asked anew by {@link #refreshAll}. */
    void read() {
        suppliers = overview.groups(actor).stream().map(ServiceRow.Supplier::new).toList();
        licenses = overview.count(filter, actor);
    }

    @Override
    public Object getId(ServiceRow row) {
        return row.key();
    }

    @Override
    public boolean hasChildren(ServiceRow row) {
        return row instanceof ServiceRow.Supplier && licenses > 0;
    }

    @Override
    public int getChildCount(HierarchicalQuery<ServiceRow, Void> query) {
        return query.getParent() == null ? groups().size() : licenses;
    }

    @Override
    protected Stream<ServiceRow> fetchChildrenFromBackEnd(HierarchicalQuery<ServiceRow, Void> query) {
        @Nullable ServiceRow parent = query.getParent();
        if (parent == null) {
            return groups().stream().skip(query.getOffset()).limit(query.getLimit()).map(ServiceRow.class::cast);
        }
        int limit = Math.min(query.getLimit(), licenses - query.getOffset());
        List<LicenseRow> page = overview.page(parent.supplierId(), filter, VaadinSpringDataHelpers.toSpringDataSort(query),
                query.getOffset(), limit, actor);
        if (page.size() < limit) {
            onMissing.run();
        }
        return Stream.concat(page.stream().map(ServiceRow.License::new), IntStream.range(page.size(), limit)
                .mapToObj(i -> new ServiceRow.Missing(parent.supplierId(), query.getOffset() + i)));
    }

    /** @param missing runs when there are fewer licenses than were counted, while a page is being read */
    void onMissing(Runnable missing) {
        onMissing = missing;
    }

    private List<ServiceRow.Supplier> groups() {
        return licenses == 0 ? List.of() : suppliers;
    }
}
