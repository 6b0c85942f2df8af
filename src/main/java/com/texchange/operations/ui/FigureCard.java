package com.texchange.operations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A number that leads to its list. How serious it is says its last line, and its colour besides. */
final class FigureCard extends Composite<Anchor> {

    /** How a card looks. */
    enum Level {
        CALM, WARNING, ERROR
    }

    private final Span value = new Span();
    private final Span hint = new Span();

    FigureCard(String label, String path) {
        Span name = new Span(label);
        name.addClassName("figure-label");
        value.addClassName("figure-value");
        hint.addClassName("figure-hint");
        getContent().setHref(path);
        getContent().addClassName("figure-card");
        getContent().add(name, value, hint);
    }

    void show(String text, String explanation, Level level) {
        value.setText(text);
        hint.setText(explanation);
        getContent().getElement().setAttribute("data-level", level.name().toLowerCase(Locale.ROOT));
    }

    void setCurrent(boolean current) {
        if (current) {
            getContent().getElement().setAttribute("aria-current", "page");
        } else {
            getContent().getElement().removeAttribute("aria-current");
        }
    }
}
