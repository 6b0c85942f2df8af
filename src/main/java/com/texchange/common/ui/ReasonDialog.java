package com.texchange.common.ui;

import com.texchange.common.CleanText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason of a step that cannot be taken back, since a letter will tell it. */
public final class ReasonDialog {

    private static final int MAX_LENGTH = 1000;

    private final TextArea reason;
    private final String needed;
    private final FormDialog dialog;
    private final Consumer<String> confirmed;
    private Consumer<Runnable> first = Runnable::run;
    private Runnable reread = () -> { };

    /**
     * @param title     translated
     * @param text      translated: what will happen
     * @param action    translated: the label of the button that does it
     * @param confirmed takes the reason; the dialog stays open if it refuses, unless it is {@link TooLate}
     */
    public ReasonDialog(String title, String text, String action, Consumer<String> confirmed) {
        this(text("common.reason"), text("common.reasonNeeded"), new FormDialogWords(title, text, action), confirmed);
        dialog.dangerous();
    }

    private record FormDialogWords(String title, String text, String action) {
    }

    private ReasonDialog(String label, String needed, FormDialogWords words, Consumer<String> confirmed) {
        this.confirmed = confirmed;
        this.needed = needed;
        reason = new TextArea(label);
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        dialog = FormDialog.asking(words.title(), words.action(), this::confirm).content(new Paragraph(words.text()), reason);
        dialog.setWidth("32rem");
    }

    /**
     * The same for something else that has to be said, and a step that is no harm.
     *
     * @param label  translated: what is asked for
     * @param needed translated: what is said where nothing is typed
     */
    public static ReasonDialog asking(String label, String needed, String title, String text, String action,
            Consumer<String> confirmed) {
        return new ReasonDialog(label, needed, new FormDialogWords(title, text, action), confirmed);
    }

    /** See {@link FormDialog#takingBack}. */
    public ReasonDialog takingBack() {
        dialog.takingBack();
        return this;
    }

    /** @param asked takes the step, once a reason is typed: at once, or when something was asked over the window */
    public ReasonDialog first(Consumer<Runnable> asked) {
        first = asked;
        return this;
    }

    /** @param page shows how things stand, where it is too late for the step */
    public ReasonDialog rereading(Runnable page) {
        reread = page;
        return this;
    }

    public void open() {
        dialog.open();
    }

    private void confirm(Runnable close) {
        // A letter's line: what a person typed on several lines becomes one.
        String text = CleanText.line(reason.getValue());
        if (text.isEmpty()) {
            reason.setErrorMessage(needed);
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        if (LengthLimit.isKept(reason, MAX_LENGTH)) {
            first.accept(() -> TooLate.orLeave(() -> {
                confirmed.accept(text);
                close.run();
            }, () -> {
                close.run();
                reread.run();
            }));
        }
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
