package com.texchange.accounts.ui;

import com.texchange.accounts.Invitee;
import com.texchange.common.Languages;
import com.texchange.common.ui.DoubtfulAddress;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.RecordBinder;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks whom to invite: name, address, what the person will be, and the language of the letter. */
final class InvitationDialog<R extends Record & Invitee> {

    private final RecordBinder<R> binder;
    private final FormLayout form;

    /**
     * @param type   of what is asked for
     * @param choice among what the person can be, bound to the record's component {@code what}
     */
    <V, F extends Component & HasValue<?, V>> InvitationDialog(Class<R> type, F choice, String what) {
        binder = new RecordBinder<>(type);
        TextField name = new TextField(text("accounts.people.name"));
        EmailInput email = new EmailInput(text("accounts.people.email"));
        Select<Locale> language = new Select<>();
        language.setLabel(text("accounts.people.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        binder.forField(name).bind("name");
        binder.forField(email).bind("email");
        binder.forField(choice).bind(what);
        binder.forField(language).bind("locale");
        form = new FormLayout(name, email, choice, language);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
    }

    /**
     * @param empty  what the form begins with
     * @param first  takes the step, once the person who invites has shown who it is
     * @param invite the address has been asked about if it can be taken for another
     */
    void open(R empty, Consumer<Runnable> first, Consumer<R> invite) {
        FormDialog dialog = FormDialog.asking(text("accounts.people.inviteTitle"), text("accounts.people.inviteSend"),
                close -> binder.submit(person -> DoubtfulAddress.ask(person.email(), () -> first.accept(() -> {
                    invite.accept(person);
                    close.run();
                    Notices.success(text("accounts.people.done.resend", person.name()));
                })))).content(new Paragraph(text("accounts.people.inviteText")), form);
        dialog.setWidth("32rem");
        binder.readRecord(empty);
        dialog.open();
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
