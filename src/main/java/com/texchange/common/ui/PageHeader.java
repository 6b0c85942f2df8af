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

    /**
     * @param title translated
     * @param tools buttons or fields for the whole page, possibly none; they go below the title where it is narrow
     */
    public PageHeader(String title, Component... tools) {
        H1 heading = new H1(title);
        // Can take the focus from the frame, but is no stop of the Tab key.
        heading.getElement().setAttribute("tabindex", "-1");
        heading.addClassName("page-title");
        getContent().addClassName("page-header");
        getContent().add(heading);
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
}
