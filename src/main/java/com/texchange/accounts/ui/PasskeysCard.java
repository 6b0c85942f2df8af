package com.texchange.accounts.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.NewPasskey;
import com.texchange.accounts.Passkey;
import com.texchange.accounts.Passkeys;
import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;

/** «Ключи доступа» in the own profile. */
class PasskeysCard extends Composite<Div> {

    private static final int MAX_NAME = 60;

    private final transient Passkeys passkeys;
    private final transient FreshSignIn fresh;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final TextField name = new TextField();

    /** @param changed is told that the person's factors are others now */
    PasskeysCard(Passkeys passkeys, FreshSignIn fresh, Actor actor, Runnable changed) {
        this.passkeys = passkeys;
        this.fresh = fresh;
        this.actor = actor;
        this.changed = changed;
        getContent().addClassName("card");
        getContent().setWidthFull();
        name.setLabel(getTranslation("accounts.passkeys.name"));
        name.setMaxLength(MAX_NAME);
        name.setManualValidation(true);
        refresh();
    }

    private void refresh() {
        getContent().removeAll();
        getContent().add(new H2(getTranslation("accounts.passkeys.title")), new Paragraph(getTranslation("accounts.passkeys.text")));
        List<Passkey> own = passkeys.of(actor);
        if (!own.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassNames("people-list", "own-sessions");
            own.forEach(passkey -> list.add(line(passkey)));
            getContent().add(list);
        }
        PasskeyButton add = new PasskeyButton(getTranslation("accounts.passkeys.add"));
        add.takes(() -> {
            // Whoever leaves the window before may try again.
            add.setEnabled(true);
            FreshDialog.then(fresh, actor, () -> add(add));
        });
        name.clear();
        Div form = new Div(name, add);
        form.addClassName("profile-fields");
        getContent().add(form);
    }

    private ListItem line(Passkey passkey) {
        Span called = new Span(passkey.name());
        called.addClassName("own-session-device");
        Div line = new Div(called, new Span(times(passkey)));
        line.addClassName("own-session");
        Button remove = new Button(getTranslation("accounts.passkeys.remove"), click -> remove(passkey));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(getTranslation("accounts.people.actOn", remove.getText(), passkey.name()));
        return new ListItem(line, remove);
    }

    private String times(Passkey passkey) {
        String added = DateTimes.dateTime(passkey.createdAt());
        return passkey.lastUsed() == null ? getTranslation("accounts.passkeys.unused", added)
                : getTranslation("accounts.passkeys.used", added, DateTimes.dateTime(passkey.lastUsed()));
    }

    private void add(PasskeyButton button) {
        String called = CleanText.line(name.getValue());
        name.setErrorMessage(getTranslation("accounts.passkeys.nameNeeded"));
        name.setInvalid(called.isEmpty());
        if (called.isEmpty()) {
            name.focus();
            return;
        }
        NewPasskey asked = passkeys.begin(actor);
        button.make(asked.json(), answer -> {
            if (answer.isEmpty()) {
                throw new RefusedException("accounts.passkeys.notMade");
            }
            added(passkeys.add(asked, answer, called, actor), called);
        });
    }

    private void added(List<String> codes, String called) {
        Notices.success(getTranslation("accounts.passkeys.added", called));
        refresh();
        changed.run();
        if (!codes.isEmpty()) {
            Button kept = new Button(getTranslation("accounts.factor.codesKept"), click -> refresh());
            kept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getContent().removeAll();
            getContent().add(new H2(getTranslation("accounts.factor.codesTitle")), new RecoveryCodeList(codes), kept);
        }
    }

    private void remove(Passkey passkey) {
        FormDialog dialog = FreshDialog.window(fresh, actor, getTranslation("accounts.passkeys.removeTitle", passkey.name()),
                getTranslation("accounts.passkeys.remove"), () -> {
                    passkeys.remove(passkey.id(), actor);
                    Notices.success(getTranslation("accounts.passkeys.removed", passkey.name()));
                    refresh();
                    changed.run();
                    return true;
                }).dangerous().content(new Paragraph(getTranslation("accounts.passkeys.removeText")));
        dialog.setWidth("30rem");
        dialog.open();
    }
}
