package com.texchange.common.ui;

import com.vaadin.flow.component.grid.Grid;
import java.util.function.Consumer;

/**
 * The boxes by which rows of a grid are selected: the browser's own, which are drawn much faster than the component's, with
 * names in the person's language, in a column whose width need not be measured. A row that stands for several others has its box
 * ticked, half ticked or empty as its property {@code box} says: {@code ALL}, {@code SOME} or {@code NONE}.
 */
public final class SelectionColumn {

    private static final String BOXES = """
            const column = this.querySelector('vaadin-grid-flow-selection-column');
            if (column) {
                column.autoWidth = false;
                column.width = '2.75rem';
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
                        box.addEventListener('click', event => {
                            if ($2 && event.shiftKey) {
                                event.preventDefault();
                                this.dispatchEvent(new CustomEvent('row-range', {detail: box.__item.key}));
                            }
                        });
                        box.addEventListener('change', () => box.checked ? column._selectItem(box.__item)
                                : column._deselectItem(box.__item));
                        root.replaceChildren(box);
                    }
                    box.__item = model.item;
                    box.checked = model.item.box ? model.item.box === 'ALL' : model.selected;
                    box.indeterminate = model.item.box === 'SOME';
                };
            }
            """;
    /**
     * The space bar in a cell with a box or a link clicks the row's box. Left to the component it would be taken twice in a box, by
     * the column and again by the click that the grid sends into the cell, and in a link it would lead away from what is selected.
     */
    private static final String SPACE = """
            const onSpace = event => {
                const cell = event.composedPath()[0];
                if (event.key !== ' ' || this.interacting || !cell._content?.querySelector('.row-box, a[href]')) {
                    return;
                }
                const box = [...cell.parentElement.children].map(other => other._content?.querySelector('.row-box')).find(Boolean);
                if (box) {
                    event.preventDefault();
                    event.stopImmediatePropagation();
                    if (event.type === 'keydown' && !event.repeat) {
                        box.dispatchEvent(new MouseEvent('click', {shiftKey: event.shiftKey, cancelable: true}));
                    }
                }
            };
            this.addEventListener('keydown', onSpace, true);
            this.addEventListener('keyup', onSpace, true);
            """;
    private static final String KEY = "event.detail";
    /** Else the browser would mark the words of the rows between. */
    private static final String NO_MARKS = """
            this.addEventListener('mousedown', event => {
                if (event.shiftKey) {
                    event.preventDefault();
                }
            });
            """;

    private SelectionColumn() {
    }

    /** @param grid with multiple selection and no box for all rows */
    public static void arrange(Grid<?> grid) {
        arrange(grid, false);
    }

    /**
     * As {@link #arrange(Grid)}; and rows can be selected from one to another.
     *
     * @param to hears of the other one when its box is clicked with the Shift key
     */
    public static <T> void arrange(Grid<T> grid, Consumer<T> to) {
        arrange(grid, true);
        grid.addAttachListener(attach -> grid.getElement().executeJs(NO_MARKS));
        grid.getElement().addEventListener("row-range", event -> {
            T row = grid.getDataCommunicator().getKeyMapper().get(event.getEventData().get(KEY).asString());
            if (row != null) {
                to.accept(row);
            }
        }).addEventData(KEY);
    }

    private static void arrange(Grid<?> grid, boolean ranges) {
        grid.addAttachListener(attach -> {
            grid.getElement().executeJs(BOXES,
                    grid.getTranslation("common.selection"), grid.getTranslation("common.selectRow"), ranges);
            grid.getElement().executeJs(SPACE);
        });
    }
}
