package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;

/** Enter in a field of one line is the button of its form. Where a field offers a list or a calendar and it is open, the key takes what is offered. */
final class EnterKey {

    private static final String PRESSED = "enter-pressed";
    /**
     * Looked at before the field closes by the key what it offers, and told after it has taken what was typed; a key that is held down,
     * be it since the button that has opened the window, is no second one.
     */
    private static final String TELL = """
            this.addEventListener('keydown', event => {
                if (event.key === 'Enter' && !event.repeat && !this.opened) {
                    setTimeout(() => this.dispatchEvent(new CustomEvent('enter-pressed')));
                }
            }, true);
            """;

    private EnterKey() {
    }

    /** @param field whatever the form shows: only in what is a field of one line the key has this meaning */
    static void press(Button button, Component field) {
        if (field instanceof TextFieldBase<?, ?> text && !(field instanceof TextArea)) {
            button.addClickShortcut(Key.ENTER).listenOn(text).resetFocusOnActiveElement();
        } else if (field instanceof ComboBox<?> || field instanceof DatePicker) {
            field.addAttachListener(attach -> field.getElement().executeJs(TELL));
            field.getElement().addEventListener(PRESSED, pressed -> {
                if (button.isVisible() && button.isEnabled()) {
                    button.click();
                }
            });
        }
    }
}
