package com.texchange.accounts.ui;

import com.texchange.accounts.Consents;
import com.texchange.common.Actor;
import com.texchange.common.ui.AgreementNote;
import com.texchange.common.ui.HomeSection;
import com.texchange.common.ui.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

/** Asks whoever has not accepted the license agreement as it is now; nothing waits for the answer. */
class AgreementSection extends HomeSection {

    AgreementSection(Consents consents, Actor actor) {
        super(I18NProvider.translate("accounts.agreement.title"));
        Button accept = new Button(I18NProvider.translate("accounts.agreement.accept"), click -> {
            consents.accept(actor);
            Notices.success(I18NProvider.translate("accounts.agreement.accepted"));
            setVisible(false);
        });
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show(new Paragraph(I18NProvider.translate("accounts.agreement.text")), new AgreementNote("accounts.agreement.read"), accept);
        setVisible(consents.isToBeAsked(actor));
    }
}
