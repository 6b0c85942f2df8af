package com.texchange.connections.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** The bar «Информация»: how many licenses are selected and how they stand, also those that a search hides. */
final class SelectionInformation extends Composite<Div> {

    private final CountsPanel counts = new CountsPanel();
    private final Span hidden = new Span();
    private final SelectionRoom room;

    /** @param clear takes the selection back */
    SelectionInformation(Runnable clear) {
        room = new SelectionRoom(clear);
        hidden.addClassName("selection-hidden");
        hidden.getElement().setAttribute("role", "status");
        getContent().addClassName("services-information");
        getContent().add(new H2(getTranslation("connections.information")), counts, hidden, room);
    }

    /** @param acts whether the person could do something with a selection */
    void show(ServiceChoices choices, boolean acts) {
        int selected = choices.counts().selected();
        int unseen = choices.hidden();
        counts.show(choices.counts());
        hidden.setText(unseen == 0 ? "" : getTranslation("connections.selection.hidden", selected, unseen));
        room.show(selected > 0, acts);
    }
}
