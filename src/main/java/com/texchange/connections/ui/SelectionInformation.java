package com.texchange.connections.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** The bar «Информация»: how many licenses are selected and how they stand, also those that a search hides. */
final class SelectionInformation extends Composite<Div> {

    private final CountsPanel counts = new CountsPanel();
    private final Span hidden = new Span();
    private final Button none = new Button(getTranslation("connections.selection.none"));

    /** @param clear takes the selection back */
    SelectionInformation(Runnable clear) {
        none.addClickListener(click -> clear.run());
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        hidden.addClassName("selection-hidden");
        hidden.getElement().setAttribute("role", "status");
        getContent().addClassName("services-information");
        getContent().add(new H2(getTranslation("connections.information")), counts, hidden, none);
    }

    void show(ServiceChoices choices) {
        int selected = choices.counts().selected();
        int unseen = choices.hidden();
        counts.show(choices.counts());
        hidden.setText(unseen == 0 ? "" : getTranslation("connections.selection.hidden", selected, unseen));
        // It keeps its room: the rows below must not move under the pointer.
        none.setClassName("kept-room", selected == 0);
    }
}
