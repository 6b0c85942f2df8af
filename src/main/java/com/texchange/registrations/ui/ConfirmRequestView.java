package com.texchange.registrations.ui;

import com.texchange.common.LanguageChoice;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.common.Routes;
import com.texchange.common.ui.AgreementNote;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PublicPage;
import com.texchange.common.ui.SingleStep;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.registrations.DuplicateRequests;
import com.texchange.registrations.RegistrationRequest;
import com.texchange.registrations.RegistrationWishes;
import com.texchange.registrations.RegistrationWishes.Confirmed;
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

/** The page behind the link that confirms a request. Opening it sends nothing: mail scanners open links, too. */
@Route(value = Routes.CONFIRM_REQUEST, autoLayout = false)
@AnonymousAllowed
class ConfirmRequestView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient RegistrationWishes wishes;
    private final transient DuplicateRequests duplicates;
    private String token = "";

    ConfirmRequestView(LanguageChoice languages, RegistrationWishes wishes, DuplicateRequests duplicates) {
        super(languages, UI.getCurrent().getTranslation("registrations.confirm.title"));
        this.wishes = wishes;
        this.duplicates = duplicates;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
        wishes.confirmed(token).ifPresentOrElse(this::showConfirmed, this::showOpen);
    }

    private void showConfirmed(Confirmed request) {
        show(new Paragraph(new UnbrokenText(getTranslation(request.answered() ? "registrations.confirm.answered" : "registrations.confirm.already",
                request.email().value()))),
                new Anchor(Routes.LOGIN, getTranslation("registrations.toSignIn")));
    }

    private void showOpen() {
        wishes.look(token).ifPresentOrElse(this::showRequest, () -> show(
                new Paragraph(getTranslation("registrations.refused.damagedLink")),
                new Anchor(Routes.REGISTER, getTranslation("registrations.confirm.again"))));
    }

    private void showRequest(RegistrationRequest request) {
        Button send = SingleStep.on(new Button(getTranslation("registrations.confirm.send")), () -> confirm(request));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClassName("wide-button");
        show(new Paragraph(getTranslation("registrations.confirm.text")), new DescriptionList()
                .add(getTranslation("registrations.role"), getTranslation("registrations.kind." + request.kind()))
                .add(getTranslation("registrations.companyName"), request.companyName())
                .add(getTranslation("registrations.taxId"), request.taxId())
                .add(getTranslation("registrations.city"), request.city())
                .add(getTranslation("registrations.contactName"), request.contactName())
                .add(getTranslation("registrations.contactPhone"), request.contactPhone())
                .add(getTranslation("registrations.email"), request.email()), new AgreementNote("registrations.confirm.agreement"), send);
    }

    private void confirm(RegistrationRequest request) {
        try {
            RegistrationId id = wishes.confirm(token);
            show(new Paragraph(new UnbrokenText(getTranslation("registrations.confirm.sent", request.email()))));
            duplicates.notes(id).forEach(note -> add(new Paragraph(getTranslation(note))));
        } catch (RefusedException refusal) {
            show(new Paragraph(Notices.words(refusal)));
        }
        add(new Anchor(Routes.LOGIN, getTranslation("registrations.toSignIn")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registrations.confirm.title");
    }
}
