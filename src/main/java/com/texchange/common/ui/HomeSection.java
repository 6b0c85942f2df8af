package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A card of the home page: a heading and what stands below it. */
public class HomeSection extends Composite<Section> {

    private final H2 heading;
    private final Div content = new Div();

    /** @param title translated */
    public HomeSection(String title) {
        heading = new H2(title);
        content.addClassName("home-section-content");
    }

    @Override
    protected final Section initContent() {
        Section section = new Section(heading, content);
        // Named by its heading, so that it is a landmark to jump to; the name changes when the heading does.
        section.setAriaLabel(heading.getText());
        section.addClassNames("card", "home-section");
        return section;
    }

    /** Replaces what stands below the heading. */
    public final void show(Component... components) {
        content.removeAll();
        content.add(components);
    }

    /** Adds at the end of what stands below the heading. */
    public final void append(Component... components) {
        content.add(components);
    }

    /** @param title translated */
    public final void setTitle(String title) {
        heading.setText(title);
        getContent().setAriaLabel(title);
    }

    /** Lets the card take the whole width where others stand side by side. */
    public final void setWide() {
        getContent().addClassName("home-section-wide");
    }
}
