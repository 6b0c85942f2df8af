package com.texchange.common.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Where a person types what a list is searched for; it tells of it once the person pauses. */
public final class SearchField extends TextField {

    private static final int LONGEST = 200;

    /** @param prompt translated: what can be searched for */
    public SearchField(String prompt) {
        this(prompt, prompt);
    }

    /**
     * @param prompt translated: short enough for the field
     * @param whole  translated: all that can be searched for, told by the ear and under the pointer
     */
    public SearchField(String prompt, String whole) {
        setPlaceholder(prompt);
        setAriaLabel(whole);
        getElement().setAttribute("title", whole);
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setMaxLength(LONGEST);
        setValueChangeMode(ValueChangeMode.LAZY);
    }

    /** Shows what an address says, however long somebody made it. */
    public void show(String text) {
        setValue(text.substring(0, Math.min(text.length(), LONGEST)));
    }
}
