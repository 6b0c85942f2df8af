package com.texchange.accounts.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.i18n.I18NProvider;

/** A field for a password; the button that shows what is typed has its name in the person's language. */
public final class PasswordInput extends PasswordField {

    private static final String NAME_OF_BUTTON = "this.i18n = {reveal: $0}";

    /** @param label translated */
    public PasswordInput(String label) {
        super(label);
        addAttachListener(attach -> getElement().executeJs(NAME_OF_BUTTON, I18NProvider.translate("accounts.password.show")));
    }
}
