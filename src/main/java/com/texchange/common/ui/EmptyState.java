package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Stands where a list would be while there is nothing to list: says so, and what can be done. */
public final class EmptyState extends Composite<Div> {

    /**
     * @param title       translated: what is not there
     * @param explanation translated: when something will be, or what to do
     * @param actions     buttons or links, possibly none
     */
    public EmptyState(VaadinIcon icon, String title, String explanation, Component... actions) {
        this(icon);
        getContent().add(new H2(title), new Paragraph(explanation));
        getContent().add(actions);
    }

    private EmptyState(VaadinIcon icon) {
        Icon picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        getContent().addClassName("empty-state");
        getContent().add(picture);
    }

    /**
     * Where a number beside it says already that there is nothing.
     *
     * @param explanation as above
     */
    public static EmptyState explained(VaadinIcon icon, String explanation) {
        EmptyState state = new EmptyState(icon);
        state.getContent().add(new Paragraph(explanation));
        return state;
    }

    /**
     * What the address names is not there, or not for this person, or no longer.
     *
     * @param actions as above
     */
    public static EmptyState unknown(Component... actions) {
        UI ui = UI.getCurrent();
        return new EmptyState(VaadinIcon.QUESTION_CIRCLE_O, ui.getTranslation("common.unknown.title"),
                ui.getTranslation("common.unknown.text"), actions);
    }
}
