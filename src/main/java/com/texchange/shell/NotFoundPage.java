package com.texchange.shell;

import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such page, or none for this person. */
@AnonymousAllowed
class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFoundException> {

    NotFoundPage(LanguageChoice languages, CurrentActor person) {
        super(languages, person, UI.getCurrent().getTranslation("shell.notFound.title"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        explain(getTranslation("shell.notFound.text"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
