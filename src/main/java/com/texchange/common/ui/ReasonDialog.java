package com.texchange.common.ui;

import com.texchange.common.CleanText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason of a step that cannot be taken back, since a letter will tell it. */
public final class ReasonDialog {

    private static final int MAX_LENGTH = 1000;

    private final TextArea reason = new TextArea(text("common.reason"));
    private final FormDialog dialog;
    private final Consumer<String> confirmed;

    /**
     * @param title     translated
     * @param text      translated: what will happen
     * @param action    translated: the label of the button that does it
     * @param confirmed takes the reason; the dialog stays open if it refuses
     */
    public ReasonDialog(String title, String text, String action, Consumer<String> confirmed) {
        this.confirmed = confirmed;
        reason.setWidthFull();
        reason.setMaxLength(MAX_LENGTH);
        reason.setMinRows(3);
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        dialog = new FormDialog(title, action, this::confirm).dangerous().content(new Paragraph(text), reason);
        dialog.setWidth("32rem");
    }

    public void open() {
        dialog.open();
    }

    private boolean confirm() {
        // A letter's line: what a person typed on several lines becomes one.
        String text = CleanText.line(reason.getValue());
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            reason.setErrorMessage(text(text.isEmpty() ? "common.reasonNeeded" : "common.reasonTooLong"));
            reason.setInvalid(true);
            reason.focus();
            return false;
        }
        confirmed.accept(text);
        return true;
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
