package com.texchange.common.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.data.binder.BeanValidationBinder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.RequiredFieldConfigurator;
import com.vaadin.flow.data.binder.ValidationException;
import jakarta.validation.constraints.NotBlank;
import java.util.function.Consumer;

/** Binds a form to a record by the record's own constraints, so that the form asks for what the service demands. */
public final class RecordBinder<T> extends BeanValidationBinder<T> {

    /** Vaadin's own marks know the other constraints that make a field required. */
    private static final RequiredFieldConfigurator NOT_BLANK =
            (constraint, binding) -> constraint.annotationType().equals(NotBlank.class);

    public RecordBinder(Class<T> type) {
        super(type);
        setRequiredConfigurator(RequiredFieldConfigurator.DEFAULT.chain(NOT_BLANK));
    }

    /** Hands on the record if all fields are valid; otherwise the fields say what is wrong and the first gets the focus. */
    public void submit(Consumer<T> valid) {
        T value;
        try {
            value = writeRecord();
        } catch (ValidationException e) {
            e.getFieldValidationErrors().stream().filter(BindingValidationStatus::isError).findFirst()
                    .map(BindingValidationStatus::getField)
                    .filter(Focusable.class::isInstance)
                    .ifPresent(field -> ((Focusable<?>) field).focus());
            return;
        }
        valid.accept(value);
    }
}
