package com.texchange.help.ui;

import com.texchange.common.LanguageChoice;
import com.texchange.common.Routes;
import com.texchange.common.ui.PublicPage;
import com.texchange.help.Agreement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** «Лицензионное соглашение», for everybody, signed in or not. */
@Route(value = Routes.AGREEMENT, autoLayout = false)
@AnonymousAllowed
class AgreementView extends PublicPage implements HasDynamicTitle {

    AgreementView(LanguageChoice languages, Agreement agreement) {
        super(languages, I18NProvider.translate("common.agreement"));
        getContent().addClassName("reading");
        add(new Article(agreement.text(getLocale())), new Anchor(Routes.HOME, getTranslation("help.toAccount")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.agreement");
    }
}
