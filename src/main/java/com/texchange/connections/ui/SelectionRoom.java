package com.texchange.connections.ui;

import com.texchange.common.ui.WhyNot;
import com.texchange.connections.OrderKind;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * Where a selection of licenses is taken back; and while there is none, what one is needed for, in no more height than the button
 * keeps: the rows below must not move under the pointer.
 */
public final class SelectionRoom extends Composite<Div> {

    private final Span hint = new Span(getTranslation("connections.selection.hint"));
    private final Button none = new Button(getTranslation("connections.selection.none"));

    /** @param clear takes the selection back */
    public SelectionRoom(Runnable clear) {
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        none.addClickListener(click -> clear.run());
        hint.addClassName("hint");
        getContent().addClassName("selection-room");
        getContent().add(hint, none);
    }

    /** @param acts whether the person could do something with a selection */
    public void show(boolean selected, boolean acts) {
        none.setClassName("kept-room", !selected);
        hint.setVisible(acts && !selected);
    }

    /** Enables the button of an act if it can be done with any of what is selected; else it says why not. */
    public static void offer(Button act, OrderKind kind, boolean selected, boolean fits) {
        WhyNot.tell(act, fits ? null : act.getTranslation(selected ? "connections.whyNot." + kind : "connections.whyNot"));
    }
}
