package com.texchange.registrations;

import com.texchange.common.ui.DoubtfulAddress;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.RecordBinder;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a newcomer describes the company and the person to contact. */
public final class RegistrationForm extends Composite<Div> {

    private final RecordBinder<RegistrationRequest> binder = new RecordBinder<>(RegistrationRequest.class);

    /**
     * @param known     what the invitation says already, with the address that cannot be changed; null without one
     * @param submitted takes a valid request
     */
    public RegistrationForm(@Nullable RegistrationRequest known, Consumer<RegistrationRequest> submitted) {
        EmailInput email = new EmailInput(getTranslation("registrations.email"));
        FormLayout form = new FormLayout(
                bind(new TextField(getTranslation("registrations.companyName")), "companyName", "organization"),
                bind(new TextField(getTranslation("registrations.taxId")), "taxId", "off"),
                bind(new TextField(getTranslation("registrations.city")), "city", "address-level2"),
                bind(new TextField(getTranslation("registrations.contactName")), "contactName", "name"),
                bind(new TextField(getTranslation("registrations.contactPhone")), "contactPhone", "tel"),
                email);
        form.setAutoResponsive(true);
        form.setAutoRows(true);
        form.setExpandColumns(true);
        form.setExpandFields(true);
        email.getElement().setAttribute("autocomplete", "email");
        binder.forField(email).bind("email");
        RadioButtonGroup<Applicant> kind = kind(known == null);
        form.addComponentAsFirst(kind);
        form.setColspan(kind, 2);
        if (known == null) {
            binder.readRecord(new RegistrationRequest("", "", "", "", "", ""));
        } else {
            binder.readRecord(known);
            email.setReadOnly(true);
            email.setHelperText(getTranslation("registrations.emailOfInvitation"));
        }
        Button send = new Button(getTranslation("registrations.send"), click -> binder.submit(request -> {
            if (known == null) {
                DoubtfulAddress.ask(request.email(), () -> submitted.accept(request));
            } else {
                submitted.accept(request);
            }
        }));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClassName("wide-button");
        send.addClickShortcut(Key.ENTER).listenOn(form).resetFocusOnActiveElement();
        getContent().add(form, send);
    }

    /** Whoever is invited comes as a distributor, and is not asked. */
    private RadioButtonGroup<Applicant> kind(boolean asked) {
        RadioButtonGroup<Applicant> kind = new RadioButtonGroup<>(getTranslation("registrations.kind"));
        kind.setItems(Applicant.values());
        kind.setItemLabelGenerator(item -> getTranslation("registrations.kind.long." + item));
        kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        binder.forField(kind).bind("kind");
        kind.setVisible(asked);
        return kind;
    }

    private TextField bind(TextField field, String property, String autocomplete) {
        field.getElement().setAttribute("autocomplete", autocomplete);
        binder.forField(field).bind(property);
        return field;
    }
}
