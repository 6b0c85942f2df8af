package com.texchange.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;

/** What the framework's own parts say in English on every page, in the page's language: of the connection, and of heads that sort. */
final class ComponentWords {

    private static final String CONNECTED = "if (window.Vaadin?.connectionIndicator) { window.Vaadin.connectionIndicator.onlineText = $0; }";
    /** Read by sorted-heads.js, which puts the head where the star is. */
    private static final String SORT_BY = "document.body.dataset.sortBy = $0";

    private ComponentWords() {
    }

    /** By the time of the first answer the page's language is chosen; a page without a connection can't ask for them any more. */
    static void give(UI ui) {
        ui.beforeClientResponse(ui, response -> {
            ReconnectDialogConfiguration lost = ui.getReconnectDialogConfiguration();
            lost.setDialogText(ui.getTranslation("shell.connectionLost"));
            lost.setDialogTextGaveUp(ui.getTranslation("shell.connectionGivenUp"));
            ui.getPage().executeJs(CONNECTED, ui.getTranslation("shell.connected"));
            ui.getPage().executeJs(SORT_BY, ui.getTranslation("shell.sortBy", "*"));
        });
    }
}
