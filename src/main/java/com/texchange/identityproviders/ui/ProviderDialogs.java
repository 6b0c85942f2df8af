package com.texchange.identityproviders.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.ui.FreshDialog;
import com.texchange.accounts.ui.PasswordInput;
import com.texchange.common.Actor;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.RecordBinder;
import com.texchange.identityproviders.ProviderInfo;
import com.texchange.identityproviders.ProviderSettings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an administrator is asked about the company's server; who it is is asked when that is done, since a window may be open for long. */
final class ProviderDialogs {

    private final FreshSignIn fresh;
    private final Actor actor;

    ProviderDialogs(FreshSignIn fresh, Actor actor) {
        this.fresh = fresh;
        this.actor = actor;
    }

    /**
     * @param there what is to be changed; null for the first one
     * @param save  asks the server, which may take as long as it likes
     */
    void edit(@Nullable ProviderInfo there, Consumer<ProviderSettings> save, Runnable saved) {
        RecordBinder<ProviderSettings> binder = new RecordBinder<>(ProviderSettings.class);
        FormDialog[] window = new FormDialog[1];
        FormDialog dialog = FormDialog.asking(text("identityproviders.edit"), text("identityproviders.save"),
                close -> binder.submit(settings -> FreshDialog.then(fresh, actor,
                        () -> window[0].takeLongStep(() -> save.accept(settings), saved))))
                .content(new Paragraph(text("identityproviders.editText")), form(binder, there != null));
        window[0] = dialog;
        dialog.setWidth("34rem");
        binder.readRecord(there == null ? new ProviderSettings("https://", "", "", false)
                : new ProviderSettings(there.issuer(), there.clientId(), "", there.trustsFactor()));
        dialog.open();
    }

    private static FormLayout form(RecordBinder<ProviderSettings> binder, boolean hasSecret) {
        TextField issuer = new TextField(text("identityproviders.issuer"));
        issuer.setHelperText(text("identityproviders.issuerHelp"));
        TextField clientId = new TextField(text("identityproviders.clientId"));
        clientId.getElement().setAttribute("autocomplete", "off");
        PasswordField secret = new PasswordInput(text("identityproviders.clientSecret"));
        secret.getElement().setAttribute("autocomplete", "off");
        secret.setHelperText(text(hasSecret ? "identityproviders.clientSecretKept" : "identityproviders.clientSecretHelp"));
        Checkbox factor = new Checkbox(text("identityproviders.trustsFactor"));
        factor.setHelperText(text("identityproviders.trustsFactorHelp"));
        binder.forField(issuer).bind("issuer");
        binder.forField(clientId).bind("clientId");
        binder.forField(secret).bind("clientSecret");
        binder.forField(factor).bind("trustsFactor");
        FormLayout form = new FormLayout(issuer, clientId, secret, factor);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        return form;
    }

    void remove(Runnable done) {
        ask(text("identityproviders.removeTitle"), text("identityproviders.remove"), text("identityproviders.removeText"), done);
    }

    void forget(String person, Runnable done) {
        ask(UI.getCurrent().getTranslation("identityproviders.forgetTitle", person), text("identityproviders.forget"),
                text("identityproviders.forgetText"), done);
    }

    private void ask(String title, String act, String consequence, Runnable done) {
        FormDialog dialog = FreshDialog.window(fresh, actor, title, act, () -> {
            done.run();
            return true;
        }).dangerous().content(new Paragraph(consequence));
        dialog.setWidth("30rem");
        dialog.open();
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
