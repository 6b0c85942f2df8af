package com.texchange.accounts.ui;

import com.texchange.common.ui.SingleStep;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;

/** A button on which the browser is asked for a passkey, once at a time; not there where the browser knows none. */
@JavaScript("context://scripts/passkeys.js")
class PasskeyButton extends Button {

    private static final String HIDE = "this.hidden = !window.passkeys.supported";

    PasskeyButton(String label) {
        super(label, VaadinIcon.KEY.create());
    }

    /** @param step ends with a question to the browser, whose answer lets it be clicked again */
    void takes(Runnable step) {
        SingleStep.on(this, step);
    }

    /** Has the browser make one. @param answer takes what it says, in its own words; empty if it has made none */
    void make(String options, Consumer<String> answer) {
        ask("make", options, answer);
    }

    /** Has the browser show one. */
    void show(String options, Consumer<String> answer) {
        ask("show", options, answer);
    }

    private void ask(String what, String options, Consumer<String> answer) {
        // Not by the button's own element: from one that is disabled, no answer is taken.
        UI.getCurrent().getPage().executeJs("return window.passkeys[$0]($1)", what, options).then(String.class, said -> {
            setEnabled(true);
            answer.accept(said);
        }, error -> {
            setEnabled(true);
            answer.accept("");
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(HIDE);
    }
}
