package com.texchange.operations.ui;

import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.Tone;
import com.texchange.operations.SubjectInfo;
import com.texchange.process.FailedStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One failed step: what it is about, why it failed, and what can be done. */
final class FailedStepRow extends Composite<ListItem> {

    private final Shown shown;
    private final Checkbox selected = new Checkbox();

    /** What a row shows; it is built anew when that has changed. */
    record Shown(FailedStep step, @Nullable SubjectInfo about) {
    }

    FailedStepRow(Shown shown, Optional<String> operate, Runnable onSelect, Consumer<FailedStep> onRetry) {
        this.shown = shown;
        FailedStep step = shown.step();
        String name = StepNames.of(this, step.place().nameKey(), step.place().elementId());
        selected.setAriaLabel(getTranslation("operations.failed.select", name));
        selected.setEnabled(!step.beingRetried());
        selected.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onSelect.run();
            }
        });
        H3 title = new H3(name);
        Div text = new Div(head(title, step), SubjectLink.of(this, shown.about()), new Paragraph(getTranslation(step.cause().key())),
                when(step), technical(step));
        text.addClassName("failed-step-text");
        Div actions = new Div();
        actions.addClassName("failed-step-actions");
        if (!step.beingRetried()) {
            Button retry = new Button(getTranslation("operations.retry"), VaadinIcon.REFRESH.create(),
                    click -> onRetry.accept(step));
            retry.setAriaLabel(getTranslation("operations.retry.step", name));
            actions.add(retry);
        }
        operate.map(address -> OperateLink.to(this, address)).ifPresent(actions::add);
        getContent().addClassName("failed-step");
        getContent().add(selected, text, actions);
    }

    Shown shown() {
        return shown;
    }

    boolean isSelected() {
        return selected.getValue() && selected.isEnabled();
    }

    void select(boolean select) {
        selected.setValue(select && selected.isEnabled());
    }

    private Component head(H3 title, FailedStep step) {
        Div head = new Div(title);
        head.addClassName("failed-step-head");
        if (step.beingRetried()) {
            head.add(Tone.UNDER_WAY.badge(getTranslation("operations.beingRetried")));
        }
        return head;
    }

    private Component when(FailedStep step) {
        Span when = new Span(getTranslation("operations.failed.when", DateTimes.dateTime(step.since()), step.attempts()));
        when.addClassName("failed-step-when");
        return when;
    }

    private Component technical(FailedStep step) {
        Pre text = new Pre(step.technicalText());
        // Reached by the keyboard, as it scrolls.
        text.getElement().setAttribute("tabindex", "0");
        Details details = new Details(getTranslation("operations.failed.technical"), new Span(getTranslation(
                "operations.failed.ids", step.place().elementId(), String.valueOf(step.place().processInstanceKey()))),
                text);
        details.addClassName("failed-step-details");
        return details;
    }
}
