package com.texchange.partners.ui;

import com.texchange.common.Actor;
import com.texchange.common.OutdatedException;
import com.texchange.common.ui.DoubtfulAddress;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.RecordBinder;
import com.texchange.partners.CompanyContacts;
import com.texchange.partners.CompanyData;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** How partners reach the company, for its administrator to change. */
class ContactsDialog {

    private final CompanyData data;
    private final CompanyContacts seen;
    private final Actor actor;
    private final Runnable done;

    /** @param done runs when it was changed, here or by a colleague */
    ContactsDialog(CompanyData data, CompanyContacts seen, Actor actor, Runnable done) {
        this.data = data;
        this.seen = seen;
        this.actor = actor;
        this.done = done;
    }

    void open() {
        RecordBinder<CompanyContacts> binder = new RecordBinder<>(CompanyContacts.class);
        FormDialog dialog = FormDialog.asking(text("partners.contacts.change"), text("partners.contacts.save"),
                close -> binder.submit(contacts -> DoubtfulAddress.ask(contacts.contactEmail(), () -> {
                    save(contacts);
                    close.run();
                }))).content(new Paragraph(text("partners.contacts.text")), form(binder));
        dialog.setWidth("32rem");
        binder.readRecord(seen);
        dialog.open();
    }

    private void save(CompanyContacts contacts) {
        try {
            data.changeContacts(seen, contacts, actor);
            Notices.success(text("partners.contacts.saved"));
        } catch (OutdatedException outdated) {
            Notices.refused(outdated);
        }
        done.run();
    }

    private static FormLayout form(RecordBinder<CompanyContacts> binder) {
        TextField city = new TextField(text("partners.company.city"));
        TextField name = new TextField(text("partners.company.contactName"));
        TextField phone = new TextField(text("partners.company.contactPhone"));
        EmailInput email = new EmailInput(text("partners.company.contactEmail"));
        binder.forField(city).bind("city");
        binder.forField(name).bind("contactName");
        binder.forField(phone).bind("contactPhone");
        binder.forField(email).bind("contactEmail");
        FormLayout form = new FormLayout(city, name, phone, email);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        return form;
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
