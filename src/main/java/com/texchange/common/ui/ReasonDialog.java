package com.texchange.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason of a step that cannot be taken back, since a letter will tell it. */
public final class ReasonDialog extends Dialog {

    private static final int MAX_LENGTH = 1000;

    private final TextArea reason = new TextArea(getTranslation("common.reason"));
    private final Consumer<String> confirmed;

    /**
     * @param title     translated
     * @param text      translated: what will happen
     * @param action    translated: the label of the button that does it
     * @param confirmed takes the reason; the dialog stays open if it refuses
     */
    public ReasonDialog(String title, String text, String action, Consumer<String> confirmed) {
        this.confirmed = confirmed;
        setHeaderTitle(title);
        setWidth("32rem");
        reason.setWidthFull();
        reason.setMaxLength(MAX_LENGTH);
        reason.setMinRows(3);
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        add(new Paragraph(text), reason);
        Button confirm = new Button(action, click -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
        addOpenedChangeListener(opened -> reason.focus());
    }

    private void confirm() {
        // A letter's line: what a person typed on several lines becomes one.
        String text = reason.getValue().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            reason.setErrorMessage(getTranslation(text.isEmpty() ? "common.reasonNeeded" : "common.reasonTooLong"));
            reason.setInvalid(true);
            return;
        }
        confirmed.accept(text);
        close();
    }
}
