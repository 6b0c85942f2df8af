package com.texchange.onboarding.ui;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.RecordBinder;
import com.texchange.onboarding.InviteRequest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** «Пригласить»: whom, and in which language. */
public final class InviteDialog extends Dialog {

    private final RecordBinder<InviteRequest> binder = new RecordBinder<>(InviteRequest.class);
    private final transient Consumer<InviteRequest> submitted;

    /** @param again how a distributor was invited whose onboarding ended early and is to be tried again, or null */
    public InviteDialog(@Nullable InviteRequest again, Consumer<InviteRequest> submitted) {
        this.submitted = submitted;
        setHeaderTitle(getTranslation("onboarding.inviteTitle"));
        setWidth("36rem");
        TextField name = new TextField(getTranslation("onboarding.name"));
        add(new Paragraph(getTranslation(again == null ? "onboarding.inviteText" : "onboarding.inviteAgainText")),
                form(name));
        binder.readRecord(again == null
                ? new InviteRequest("", "", "", "", Languages.closest(List.of(getLocale()))) : again);
        Button send = new Button(getTranslation("onboarding.inviteSend"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), send);
        addOpenedChangeListener(opened -> name.focus());
    }

    private FormLayout form(TextField name) {
        EmailInput email = new EmailInput(getTranslation("onboarding.email"));
        TextField taxId = new TextField(getTranslation("onboarding.taxId"));
        TextField city = new TextField(getTranslation("onboarding.city"));
        Select<Locale> language = new Select<>();
        language.setLabel(getTranslation("onboarding.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        binder.forField(name).bind("name");
        binder.forField(email).bind("email");
        binder.forField(taxId).bind("taxId");
        binder.forField(city).bind("city");
        binder.forField(language).bind("language");
        FormLayout form = new FormLayout();
        form.setAutoResponsive(true);
        form.setAutoRows(true);
        form.setExpandColumns(true);
        form.setExpandFields(true);
        form.add(name, 2);
        form.add(email, taxId, city, language);
        return form;
    }

    private void send() {
        binder.submit(request -> new EmailAddress(request.email()).deceptivePart()
                .ifPresentOrElse(part -> askAbout(part, request), () -> submit(request)));
    }

    /** Such an address is a slip more often than not, and the letter would go to a stranger. */
    private void askAbout(String part, InviteRequest request) {
        ConfirmDialog question = new ConfirmDialog(getTranslation("onboarding.doubtful.title"),
                getTranslation("onboarding.doubtful.text", part, new EmailAddress(request.email()).ascii()),
                getTranslation("onboarding.doubtful.send"), confirmed -> submit(request));
        question.setCancelable(true);
        question.setCancelText(getTranslation("onboarding.doubtful.correct"));
        question.open();
    }

    private void submit(InviteRequest request) {
        submitted.accept(request);
        close();
    }
}
