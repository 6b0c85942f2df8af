package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.BeanValidationBinder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.PropertyDefinition;
import com.vaadin.flow.data.binder.RequiredFieldConfigurator;
import com.vaadin.flow.data.binder.ValidationException;
import jakarta.validation.constraints.NotBlank;
import java.util.function.Consumer;

/**
 * Binds a form to a record by the record's own constraints, so that the form asks for what the service demands. What is
 * pasted is cleaned before it is checked, and the field shows it so; what was typed is asked for before a navigation
 * throws it away.
 */
public final class RecordBinder<T> extends BeanValidationBinder<T> {

    /** Vaadin's own marks know the other constraints that make a field required. */
    private static final RequiredFieldConfigurator NOT_BLANK =
            (constraint, binding) -> constraint.annotationType().equals(NotBlank.class);

    private final Class<T> type;
    private boolean typed;
    private boolean guarded;

    public RecordBinder(Class<T> type) {
        super(type);
        this.type = type;
        setRequiredConfigurator(RequiredFieldConfigurator.DEFAULT.chain(NOT_BLANK));
        addValueChangeListener(change -> setTyped(typed || KeptInput.isTyped(change)));
    }

    @Override
    protected BindingBuilder<T, ?> configureBinding(BindingBuilder<T, ?> binding, PropertyDefinition<T, ?> property) {
        HasValue<?, ?> field = binding.getField();
        if (field instanceof Component component) {
            UnsavedInput.mark(component);
        }
        if (!guarded && field instanceof Component component) {
            guarded = true;
            UnsavedInput.guard(component, () -> typed);
        }
        return super.configureBinding(field instanceof TextField text ? cleaned(binding, text, property.getName()) : binding,
                property);
    }

    @SuppressWarnings("unchecked")
    private BindingBuilder<T, String> cleaned(BindingBuilder<T, ?> binding, TextField field, String component) {
        CleanInput rule = CleanInput.of(type, component);
        field.addValueChangeListener(change -> {
            String clean = rule.clean(change.getValue());
            if (change.isFromClient() && !clean.equals(change.getValue())) {
                field.setValue(clean);
            }
        });
        return ((BindingBuilder<T, String>) binding).withConverter(rule::clean, value -> value == null ? "" : value);
    }

    /**
     * Hands on the record if all fields are valid; otherwise the fields say what is wrong and the first gets the focus.
     *
     * @return whether it was handed on
     */
    public boolean submit(Consumer<T> valid) {
        T value;
        try {
            value = writeRecord();
        } catch (ValidationException e) {
            e.getFieldValidationErrors().stream().filter(BindingValidationStatus::isError).findFirst()
                    .map(BindingValidationStatus::getField)
                    .filter(Focusable.class::isInstance)
                    .ifPresent(field -> ((Focusable<?>) field).focus());
            return false;
        }
        handOn(value, valid);
        return true;
    }

    /** What is done may lead to another page; what is refused is still to be lost. */
    private void handOn(T value, Consumer<T> valid) {
        boolean before = typed;
        setTyped(false);
        try {
            valid.accept(value);
            getFields().forEach(KeptInput::settle);
        } catch (RuntimeException refused) {
            setTyped(before);
            throw refused;
        }
    }

    private void setTyped(boolean now) {
        typed = now;
        UnsavedInput.changed();
    }
}
