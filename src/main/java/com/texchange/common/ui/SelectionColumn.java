package com.texchange.common.ui;

import com.vaadin.flow.component.grid.Grid;

/**
 * Gives the boxes by which rows of a grid are selected, and their column, names in the person's language. The component
 * itself has English ones, and an empty heading where there is no box for all rows.
 */
public final class SelectionColumn {

    private static final String NAME = """
            const column = this.querySelector('vaadin-grid-flow-selection-column');
            if (column) {
                column.autoWidth = false;
                column.headerRenderer = root => {
                    if (!root.firstElementChild) {
                        root.innerHTML = '<span class="for-the-ear"></span>';
                        root.firstElementChild.textContent = $0;
                    }
                };
                column.renderer = (root, owner, model) => {
                    column._defaultRenderer(root, owner, model);
                    root.firstElementChild.accessibleName = $1;
                };
            }
            """;

    private SelectionColumn() {
    }

    /** @param grid with multiple selection and no box for all rows */
    public static void name(Grid<?> grid) {
        grid.addAttachListener(attach -> grid.getElement().executeJs(NAME,
                grid.getTranslation("common.selection"), grid.getTranslation("common.selectRow")));
    }
}
