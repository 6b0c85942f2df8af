package com.texchange.common.ui;

import com.texchange.common.EmailAddress;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;

/**
 * Takes an e-mail address by the rule of {@link EmailAddress} and no other, and always says what is wrong. Vaadin's own field
 * for addresses has a narrower pattern that is checked first, and browsers rewrite what is typed into theirs.
 */
public final class EmailInput extends TextField {

    /** @param label translated */
    public EmailInput(String label) {
        super(label);
        setAutocapitalize(Autocapitalize.NONE);
        setAutocorrect(false);
        getElement().setAttribute("spellcheck", "false");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // The keyboard of phones that has an @.
        getElement().executeJs("if (this.inputElement) this.inputElement.inputMode = 'email'");
    }

    @Override
    public Validator<String> getDefaultValidator() {
        Validator<String> inherited = super.getDefaultValidator();
        return (value, context) -> {
            ValidationResult result = inherited.apply(value, context);
            return result.isError() || value == null || value.isBlank() ? result
                    : EmailAddress.problem(value).map(problem -> ValidationResult.error(getTranslation(problem.key())))
                            .orElse(result);
        };
    }
}
