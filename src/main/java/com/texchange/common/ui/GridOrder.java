package com.texchange.common.ui;

import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;

/** The order of a grid's rows in an address: a column's key, after a minus for the order from its end. */
public final class GridOrder {

    private GridOrder() {
    }

    /** Empty if nobody has chosen one. */
    public static <T> Optional<String> address(Grid<T> grid) {
        return grid.getSortOrder().stream().findFirst().map(order ->
                (order.getDirection() == SortDirection.DESCENDING ? "-" : "") + order.getSorted().getKey());
    }

    /** Whatever somebody wrote into an address: what is no column to sort by is ignored. */
    public static <T> List<GridSortOrder<T>> read(Grid<T> grid, String address) {
        boolean descending = address.startsWith("-");
        Column<T> column = grid.getColumnByKey(descending ? address.substring(1) : address);
        return column == null || !column.isSortable() ? List.of() : List.of(new GridSortOrder<>(column,
                descending ? SortDirection.DESCENDING : SortDirection.ASCENDING));
    }

    /** As a query has it. */
    public static <T> Sort of(Grid<T> grid) {
        return Sort.by(grid.getSortOrder().stream()
                .flatMap(order -> order.getSorted().getSortOrder(order.getDirection()))
                .map(order -> new Sort.Order(order.getDirection() == SortDirection.DESCENDING ? Sort.Direction.DESC
                        : Sort.Direction.ASC, order.getSorted()))
                .toList());
    }
}
