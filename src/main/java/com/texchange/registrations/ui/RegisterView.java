package com.texchange.registrations.ui;

import com.texchange.accounts.AskedForLetters;
import com.texchange.common.LanguageChoice;
import com.texchange.common.Routes;
import com.texchange.common.ui.PublicPage;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.registrations.RegistrationForm;
import com.texchange.registrations.RegistrationRequest;
import com.texchange.registrations.RegistrationWishes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** «Регистрация»: someone without an invitation asks for an account. */
@Route(value = Routes.REGISTER, autoLayout = false)
@AnonymousAllowed
class RegisterView extends PublicPage implements HasDynamicTitle {

    private final transient RegistrationWishes wishes;
    private final transient AskedForLetters letters;

    RegisterView(LanguageChoice languages, RegistrationWishes wishes, AskedForLetters letters) {
        super(languages, UI.getCurrent().getTranslation("registrations.title"));
        this.wishes = wishes;
        this.letters = letters;
        add(new Paragraph(getTranslation("registrations.explanation")), new RegistrationForm(null, this::send),
                new Paragraph(new Anchor(Routes.LOGIN, getTranslation("registrations.haveAccount"))));
    }

    private void send(RegistrationRequest request) {
        letters.another();
        wishes.ask(request, getLocale());
        show(new Paragraph(new UnbrokenText(getTranslation("registrations.sent", request.email()))),
                new Anchor(Routes.LOGIN, getTranslation("registrations.toSignIn")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registrations.title");
    }
}
