package com.texchange.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** The way back to the page above this one: an arrow and that page's title. Stands above the title of this one. */
public final class BackLink extends Anchor {

    /** @param title of the page one goes back to, translated */
    public BackLink(String address, String title) {
        super(address, title);
        addClassName("back-link");
    }

    /** The same in a part of a page, which closes and leaves the rest of the page as it is. */
    public static Button closing(String title, Runnable close) {
        Span arrow = new Span("←");
        arrow.getElement().setAttribute("aria-hidden", "true");
        Button button = new Button(title, arrow, click -> close.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.addClassName("back-button");
        return button;
    }
}
