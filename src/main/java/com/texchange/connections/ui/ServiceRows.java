package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.ListWindow;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.ServiceOverview;
import com.texchange.connections.SupplierGroup;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * Feeds the grid lazily: the suppliers at once, for there are few, the licenses by pages. Each supplier has the same
 * licenses under it, unless only those that are connected to it, or not, or its own are shown; where a search finds none, no
 * supplier stands there either.
 */
final class ServiceRows extends AbstractBackEndHierarchicalDataProvider<ServiceRow, Void> {

    private final ServiceOverview overview;
    private final Actor actor;
    private List<ServiceRow.Supplier> suppliers = List.of();
    private final Map<CompanyId, Integer> licenses = new HashMap<>();
    /** A download reads it without the page's lock. */
    private volatile LicenseFilter filter = LicenseFilter.NONE;
    private final ReadRows<String> known = new ReadRows<>();
    private Runnable onMissing = () -> { };

    ServiceRows(ServiceOverview overview, Actor actor) {
        this.overview = overview;
        this.actor = actor;
        read();
    }

    List<ServiceRow.Supplier> suppliers() {
        return suppliers;
    }

    /** How many licenses stand under a supplier. */
    int licenses(CompanyId supplier) {
        return licenses.getOrDefault(supplier, 0);
    }

    /** How many the list shows, each once where it is under all suppliers. */
    int licenses() {
        return filter.sameUnderEachSupplier() ? licenses.values().stream().findFirst().orElse(0)
                : licenses.values().stream().mapToInt(Integer::intValue).sum();
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
        known.forget();
        suppliers = overview.groups(actor).stream().map(ServiceRow.Supplier::new).toList();
        ToIntFunction<SupplierGroup> count = count();
        licenses.clear();
        suppliers.forEach(row -> licenses.put(row.supplierId(), count.applyAsInt(row.group())));
    }

    /** One count where all suppliers have the same under them. What is in service is kept: only what a search leaves of it is counted. */
    private ToIntFunction<SupplierGroup> count() {
        if (filter.sameUnderEachSupplier()) {
            int all = overview.count(filter, actor);
            return group -> all;
        }
        LicenseFilter words = filter.with(Show.ALL);
        if (words.isAll() && filter.show() == Show.CONNECTED) {
            return SupplierGroup::inService;
        }
        if (words.isAll() && filter.show() == Show.NOT_CONNECTED) {
            int all = overview.count(words, actor);
            return group -> all - group.inService();
        }
        return group -> overview.count(filter.under(group.supplierId()), actor);
    }

    @Override
    public Object getId(ServiceRow row) {
        return row.key();
    }

    @Override
    public boolean hasChildren(ServiceRow row) {
        return row instanceof ServiceRow.Supplier && licenses(row.supplierId()) > 0;
    }

    @Override
    public int getChildCount(HierarchicalQuery<ServiceRow, Void> query) {
        @Nullable ServiceRow parent = query.getParent();
        return parent == null ? groups().size() : licenses(parent.supplierId());
    }

    @Override
    protected Stream<ServiceRow> fetchChildrenFromBackEnd(HierarchicalQuery<ServiceRow, Void> query) {
        @Nullable ServiceRow parent = query.getParent();
        if (parent == null) {
            return groups().stream().skip(query.getOffset()).limit(query.getLimit()).map(ServiceRow.class::cast);
        }
        int limit = Math.min(query.getLimit(), licenses(parent.supplierId()) - query.getOffset());
        Sort sort = VaadinSpringDataHelpers.toSpringDataSort(query);
        List<ServiceRow.License> page = overview.page(parent.supplierId(), filter.under(parent.supplierId()), sort,
                ListWindow.of(query.getOffset(), limit, licenses(parent.supplierId())), actor).stream().map(ServiceRow.License::new).toList();
        if (known.areOthers(page.stream().map(ServiceRow.License::key).toList(), limit, query.getOffset(), sort)) {
            onMissing.run();
        }
        return Stream.concat(page.stream(), IntStream.range(page.size(), limit)
                .mapToObj(i -> new ServiceRow.Missing(parent.supplierId(), query.getOffset() + i)));
    }

    /** @param missing runs when there are other licenses than were counted, while a page is being read */
    void onMissing(Runnable missing) {
        onMissing = missing;
    }

    private List<ServiceRow.Supplier> groups() {
        return licenses.values().stream().allMatch(count -> count == 0) ? List.of() : suppliers;
    }
}
