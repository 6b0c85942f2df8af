package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labeled values, one under the other; a value that is not known is left out with its label. */
public final class DescriptionList extends Composite<com.vaadin.flow.component.html.DescriptionList> {

    public DescriptionList() {
        getContent().addClassName("description-list");
    }

    /** @param value nothing is added for null or a blank text */
    public DescriptionList add(String label, @Nullable String value) {
        return value == null || value.isBlank() ? this : add(label, UnbrokenText.parts(value).toArray(Component[]::new));
    }

    /** @param parts of the value, as {@link WholeParts} shows them; nothing is added if there is none */
    public DescriptionList add(String label, List<String> parts) {
        return parts.isEmpty() ? this : add(label, new WholeParts(parts));
    }

    /** @param value one after the other */
    public DescriptionList add(String label, Component... value) {
        getContent().add(new Term(label), new Description(value));
        return this;
    }
}
