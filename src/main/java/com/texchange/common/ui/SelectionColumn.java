package com.texchange.common.ui;

import com.vaadin.flow.component.grid.Grid;

/**
 * The boxes by which rows of a grid are selected: the browser's own, which are drawn much faster than the component's, with
 * names in the person's language, in a column whose width need not be measured.
 */
public final class SelectionColumn {

    private static final String BOXES = """
            const column = this.querySelector('vaadin-grid-flow-selection-column');
            if (column) {
                column.autoWidth = false;
                column.headerRenderer = root => {
                    if (!root.querySelector('.for-the-ear')) {
                        root.innerHTML = '<span class="for-the-ear"></span>';
                        root.firstElementChild.textContent = $0;
                    }
                };
                column.renderer = (root, owner, model) => {
                    let box = root.querySelector('.row-box');
                    if (!box) {
                        box = document.createElement('input');
                        box.type = 'checkbox';
                        box.className = 'row-box';
                        box.ariaLabel = $1;
                        box.addEventListener('change', () => box.checked ? column._selectItem(box.__item)
                                : column._deselectItem(box.__item));
                        root.replaceChildren(box);
                    }
                    // Read by the column when the space bar is pressed in the cell.
                    box.__item = model.item;
                    box.checked = model.selected;
                };
            }
            """;

    private SelectionColumn() {
    }

    /** @param grid with multiple selection and no box for all rows */
    public static void arrange(Grid<?> grid) {
        grid.addAttachListener(attach -> grid.getElement().executeJs(BOXES,
                grid.getTranslation("common.selection"), grid.getTranslation("common.selectRow")));
    }
}
