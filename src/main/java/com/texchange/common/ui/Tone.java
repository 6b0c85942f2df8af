package com.texchange.common.ui;

import com.vaadin.flow.component.html.Span;

/**
 * What a state means to whoever reads it. Each has its color, so that a state looks alike on every page; drawn as a small label, by
 * {@link #badge} or, where the browser draws it, as {@code <span class="badge" theme="${item.theme}">} with {@link #theme}.
 */
public enum Tone {
    /** Goes on by itself. */
    UNDER_WAY(""),
    /** Has come about as it was wished. */
    SUCCESS("success"),
    /** Somebody should do something. */
    WARNING("warning"),
    /** Has failed, was refused, or is kept out. */
    ERROR("error"),
    /** Is over, or has not begun: nothing to look at. */
    CONTRAST("contrast");

    private final String theme;

    Tone(String color) {
        theme = color.isEmpty() ? "badge" : "badge " + color;
    }

    public String theme() {
        return theme;
    }

    /** @param text translated */
    public Span badge(String text) {
        Span badge = new UnbrokenText(text);
        badge.addClassName("badge");
        badge.getElement().setAttribute("theme", theme);
        return badge;
    }
}
