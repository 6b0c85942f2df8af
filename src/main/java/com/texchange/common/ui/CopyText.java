package com.texchange.common.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;

/**
 * An address, a key or the like that a person has to enter elsewhere: its letters told apart, and beside it the button that
 * copies it. Its lines end where {@link UnbrokenText} lets them.
 */
public final class CopyText extends Composite<Div> {

    /** @param name what it is */
    public CopyText(String name, String text) {
        this(name, text, text);
    }

    /** @param copied where that is not the text as it is shown */
    public CopyText(String name, String shown, String copied) {
        Code code = new Code();
        code.addClassName("copy-text-value");
        UnbrokenText.parts(shown).forEach(code::add);
        getContent().addClassName("copy-text");
        getContent().add(code, CopyButton.beside(copied, name));
    }
}
