package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/**
 * The title of a page, the only heading of the first level on it, and what belongs beside it. The frame moves the focus
 * to the title after a navigation, so that a screen reader announces the new page.
 */
public final class PageHeader extends Composite<Div> {

    private final H1 title;

    /**
     * @param title translated
     * @param tools buttons or fields for the whole page, possibly none; they go below the title where it is narrow
     */
    public PageHeader(String title, Component... tools) {
        this.title = new H1(title);
        // Can take the focus from the frame, but is no stop of the Tab key.
        this.title.getElement().setAttribute("tabindex", "-1");
        this.title.addClassName("page-title");
        getContent().addClassName("page-header");
        getContent().add(this.title);
        addTools(tools);
    }

    /** Puts more beside the title, one group each call. */
    public void addTools(Component... tools) {
        if (tools.length > 0) {
            Div group = new Div(tools);
            group.addClassName("page-tools");
            getContent().add(group);
        }
    }

    /** @param text translated */
    public void setTitle(String text) {
        title.setText(text);
    }
}
