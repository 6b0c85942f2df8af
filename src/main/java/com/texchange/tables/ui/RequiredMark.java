package com.texchange.tables.ui;

import com.vaadin.flow.component.select.Select;

/**
 * Marks a choice that must be made. Vaadin's select has its button say {@code aria-required} then, which a button may not; the mark
 * beside the label stays, and what is missing is said in words.
 */
final class RequiredMark {

    private static final String SILENT = """
            const hush = () => this.querySelector('[aria-required]')?.removeAttribute('aria-required');
            this._hush?.disconnect();
            this._hush = new MutationObserver(hush);
            this._hush.observe(this, {attributeFilter: ['aria-required'], subtree: true, childList: true});
            hush();""";

    private RequiredMark() {
    }

    static void on(Select<?> select) {
        select.setRequiredIndicatorVisible(true);
        select.addAttachListener(attach -> select.getElement().executeJs(SILENT));
    }
}
