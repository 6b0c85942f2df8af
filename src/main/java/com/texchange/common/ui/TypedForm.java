package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import java.util.stream.Stream;

/** Fields of a page that no {@link RecordBinder} holds: what was typed into them is asked for before it goes. */
public final class TypedForm {

    private final HasValue<?, ?>[] fields;
    private boolean typed;

    /**
     * @param form   is watched for as long as it is shown; in a window the window does so itself
     * @param fields into which a person types
     */
    public TypedForm(Component form, HasValue<?, ?>... fields) {
        this.fields = fields;
        for (HasValue<?, ?> field : fields) {
            if (field instanceof Component component) {
                UnsavedInput.mark(component);
            }
            field.addValueChangeListener(change -> set(typed || KeptInput.isTyped(change)));
        }
        UnsavedInput.guard(form, () -> typed);
    }

    /** What was typed is kept by now, or no longer wanted. */
    public void settled() {
        Stream.of(fields).forEach(KeptInput::settle);
        set(false);
    }

    private void set(boolean now) {
        typed = now;
        UnsavedInput.changed();
    }
}
