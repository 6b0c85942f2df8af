package com.texchange.accounts.ui;

import com.texchange.accounts.EndedSessions;
import com.texchange.accounts.NewAddresses;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.EmailAddress;
import com.texchange.common.LanguageChoice;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PublicPage;
import com.texchange.common.ui.SingleStep;
import com.texchange.common.ui.UnbrokenText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page behind the link that confirms a new address. Opening it changes nothing: mail scanners open links, too. */
@Route(value = Routes.CONFIRM_ADDRESS, autoLayout = false)
@AnonymousAllowed
class ConfirmAddressView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient NewAddresses addresses;
    private final transient CurrentActor currentActor;

    ConfirmAddressView(LanguageChoice languages, NewAddresses addresses, CurrentActor currentActor) {
        super(languages, UI.getCurrent().getTranslation("accounts.profile.confirmTitle"));
        this.addresses = addresses;
        this.currentActor = currentActor;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
        addresses.look(token).ifPresentOrElse(email -> ask(token, email),
                () -> show(new Paragraph(getTranslation("accounts.profile.deadLink")), toSignIn()));
    }

    private void ask(String token, EmailAddress email) {
        Button confirm = SingleStep.on(new Button(getTranslation("accounts.profile.confirm")), () -> confirm(token, email));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClassName("wide-button");
        show(new Paragraph(new UnbrokenText(getTranslation("accounts.profile.confirmText", email.value()))), confirm);
    }

    private void confirm(String token, EmailAddress email) {
        try {
            leave(addresses.confirm(token));
            show(new Paragraph(new UnbrokenText(getTranslation("accounts.profile.confirmed", email.value()))), toSignIn());
        } catch (RefusedException refusal) {
            show(new Paragraph(Notices.words(refusal)), toSignIn());
        }
    }

    /** Of the person's sessions this one ends, too; its page says so itself. */
    private void leave(AccountId person) {
        if (currentActor.find().map(Actor::id).filter(person::equals).isPresent()) {
            EndedSessions.saysSo(UI.getCurrent());
        }
    }

    /** By the browser itself: the session that this page belongs to may be over. */
    private Anchor toSignIn() {
        Anchor link = new Anchor(Routes.LOGIN, getTranslation("accounts.profile.toSignIn"));
        link.setRouterIgnore(true);
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.profile.confirmTitle");
    }
}
