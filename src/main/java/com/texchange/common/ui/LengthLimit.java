package com.texchange.common.ui;

import com.texchange.common.CleanText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextFieldBase;

/** A limit that a field tells when its form is sent: the browser's own would silently cut off what is typed or pasted. */
public final class LengthLimit {

    private LengthLimit() {
    }

    /**
     * Whether the text keeps to the limit; else the field says so and has the focus.
     *
     * @param most characters, of the text as one line
     */
    public static boolean isKept(TextFieldBase<?, String> field, int most) {
        int typed = CleanText.line(field.getValue()).length();
        if (typed <= most) {
            return true;
        }
        field.setErrorMessage(UI.getCurrent().getTranslation("common.tooLong", most, typed));
        field.setInvalid(true);
        field.focus();
        return false;
    }
}
