package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The window of every form: Enter in a field of one line submits, what was typed is asked for before Escape or the button that
 * leaves throws it away, and the step is taken once however often the button is clicked. The button that leaves stands before the one that acts.
 */
public final class FormDialog extends Dialog {

    private final Button submit;
    private final Button cancel = new Button(getTranslation("common.cancel"), click -> leave());
    private final BooleanSupplier action;
    private @Nullable Focusable<?> first;
    private boolean typed;
    private boolean busy;
    /** What is being done cannot be called back. */
    private boolean held;
    /** Answers that come after the next question are not heard. */
    private int questions;
    private boolean waiting;
    private @Nullable LongWait wait;

    /**
     * @param title  translated
     * @param label  translated: of the button that acts
     * @param action says whether it is done, and the window closes; a refusal that it throws leaves the window open, unless it is {@link TooLate}
     */
    public FormDialog(String title, String label, BooleanSupplier action) {
        this.action = action;
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(escape -> leave());
        submit = new Button(label);
        SingleStep.on(submit, this::submit);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, submit);
        // What a step has taken along cannot be lost any more.
        UnsavedInput.guard(this, () -> typed && !held && isOpened());
    }

    /**
     * One whose step may ask something first, over the window: then the step itself closes it.
     *
     * @param step takes what closes the window
     */
    public static FormDialog asking(String title, String label, Consumer<Runnable> step) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(title, label, () -> {
            step.accept(() -> dialog[0].close());
            return false;
        });
        return dialog[0];
    }

    /**
     * Takes a step that waits for another system: the page can be used meanwhile, and the window closes when it is taken.
     *
     * @param taken run then; not if the business refused, which is told and leaves the window open
     */
    public void takeLongStep(Runnable step, Runnable taken) {
        busy = true;
        submit.setEnabled(false);
        Background.runElsewhere(UI.getCurrent(), () -> {
            step.run();
            return taken;
        }, then -> {
            close();
            then.run();
        }, () -> {
            busy = false;
            submit.setEnabled(isOpened());
        });
    }

    /**
     * Takes a step that tells what has become of it. While a long one is taken, the page can be used, a bar moves, and the window stays:
     * the step cannot be called back. If the business refuses, that is told, and the window stays open.
     *
     * @param told says whether the window closes
     * @return false, for the action of the window: it is closed here
     */
    public <T> boolean take(boolean isLong, Supplier<T> step, Predicate<T> told) {
        busy = isLong;
        held = isLong;
        show();
        Background.run(isLong, UI.getCurrent(), step, result -> {
            if (told.test(result)) {
                close();
            }
        }, () -> {
            busy = false;
            held = false;
            show();
        });
        return false;
    }

    /** Opens with what it shows; at once where that takes long. If the business refuses to tell it, that is said instead. */
    public <T> void openAsking(boolean isLong, Supplier<T> question, Consumer<T> answer) {
        if (isLong) {
            open();
        }
        ask(isLong, question, answer.andThen(told -> open()));
    }

    /**
     * Asks for what the window shows before its step can be taken; a refusal is told, and nothing answered. The answer to a long question
     * is not heard once the window is closed.
     */
    public <T> void ask(boolean isLong, Supplier<T> question, Consumer<T> answer) {
        int asked = ++questions;
        waiting = isLong;
        show();
        Background.run(isLong, UI.getCurrent(), question, told -> {
            if (asked == questions && (!isLong || isOpened())) {
                answer.accept(told);
            }
        }, () -> {
            if (asked == questions) {
                waiting = false;
                show();
            }
        });
    }

    /** @param done of how many parts of a step that is being taken; from whatever thread */
    public void progress(int done, int all) {
        LongWait shown = wait;
        if (shown != null) {
            shown.progress(done, all);
        }
    }

    /** Whether something is waited for. */
    private void show() {
        boolean now = busy || waiting;
        submit.setEnabled(!now);
        cancel.setEnabled(!held);
        UnsavedInput.changed();
        if (now && wait == null) {
            wait = new LongWait();
            add(wait);
        }
        if (wait != null) {
            wait.show(now);
        }
    }

    /** Once, however often its button was pressed before the window was there. */
    @Override
    public void open() {
        if (Windows.isFirst(this)) {
            super.open();
            // What cannot be called back is told in the window, wherever the person has gone meanwhile.
            PageWindows.closeWithPage(this, () -> {
                if (!held) {
                    close();
                }
            });
        }
    }

    /** For a step that cannot be taken back. */
    public FormDialog dangerous() {
        submit.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /** For a step that takes something back: beside it, "Cancel" reads as that step. */
    public FormDialog takingBack() {
        cancel.setText(getTranslation("common.close"));
        return this;
    }

    /** For who may see what the form holds, and not change it. */
    public FormDialog readOnly() {
        submit.setVisible(false);
        return takingBack();
    }

    /** Adds what the form shows; its fields are found in it, and the first one has the focus when the window opens. */
    public FormDialog content(Component... components) {
        add(components);
        Arrays.stream(components).flatMap(FormDialog::withChildren).forEach(this::listenTo);
        return this;
    }

    private void listenTo(Component component) {
        if (component instanceof HasValue<?, ?> field) {
            UnsavedInput.mark(component);
            field.addValueChangeListener(change -> setTyped(typed || KeptInput.isTyped(change)));
            if (component instanceof ComboBox<?> picker && picker.isAllowCustomValue()) {
                // The page takes over such a value; it then comes from the page. A listener alone would make others allow it.
                picker.addCustomValueSetListener(custom -> setTyped(true));
            }
            if (first == null && component instanceof Focusable<?> focusable) {
                first = focusable;
                addOpenedChangeListener(opened -> focusable.focus());
            }
        }
        EnterKey.press(submit, component);
    }

    private static Stream<Component> withChildren(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(FormDialog::withChildren));
    }

    private void submit() {
        boolean before = typed;
        // The step may lead to another page.
        setTyped(false);
        Notices.answered();
        try {
            TooLate.orLeave(() -> {
                if (action.getAsBoolean()) {
                    close();
                }
            }, this::close);
        } finally {
            setTyped(before && isOpened());
            submit.setEnabled(isOpened() && !busy && !waiting);
        }
    }

    private void setTyped(boolean now) {
        typed = now;
        UnsavedInput.changed();
    }

    private void leave() {
        if (held) {
            return;
        }
        if (!typed) {
            close();
            return;
        }
        UnsavedInput.ask(this::close, () -> { });
    }
}
