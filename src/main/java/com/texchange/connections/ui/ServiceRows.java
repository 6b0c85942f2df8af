package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.connections.LicenseRow;
import com.texchange.connections.ServiceOverview;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the grid lazily: the suppliers at once, for there are few, the licenses by pages. Each supplier has the same
 * licenses under it, so one count serves all.
 */
final class ServiceRows extends AbstractBackEndHierarchicalDataProvider<ServiceRow, Void> {

    private final ServiceOverview overview;
    private final Actor actor;
    private List<ServiceRow.Supplier> suppliers = List.of();
    private int licenses;
    private String filter = "";

    ServiceRows(ServiceOverview overview, Actor actor) {
        this.overview = overview;
        this.actor = actor;
        read();
    }

    List<ServiceRow.Supplier> suppliers() {
        return suppliers;
    }

    /** Licenses of a supplier's group that pass the filter and can be connected. */
    List<LicenseRow> connectable(CompanyId supplier) {
        return overview.connectable(supplier, filter, actor);
    }

    void filter(String text) {
        filter = text;
        reload();
    }

    void reload() {
        read();
        refreshAll();
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
        @Nullable ServiceRow parent = query.getParent();
        if (parent == null) {
            return suppliers.size();
        }
        return hasChildren(parent) ? licenses : 0;
    }

    @Override
    protected Stream<ServiceRow> fetchChildrenFromBackEnd(HierarchicalQuery<ServiceRow, Void> query) {
        @Nullable ServiceRow parent = query.getParent();
        if (parent == null) {
            return suppliers.stream().skip(query.getOffset()).limit(query.getLimit()).map(ServiceRow.class::cast);
        }
        return overview.page(parent.supplierId(), filter, query.getOffset(), query.getLimit(), actor).stream()
                .map(ServiceRow.License::new);
    }

    private void read() {
        suppliers = overview.groups(actor).stream().map(ServiceRow.Supplier::new).toList();
        licenses = overview.count(filter, actor);
    }
}
