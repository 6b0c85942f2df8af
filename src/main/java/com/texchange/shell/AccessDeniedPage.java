package com.texchange.shell;

import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** The page exists, but not for this person's role; refused by the router. */
@AnonymousAllowed
class AccessDeniedPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    AccessDeniedPage(LanguageChoice languages, CurrentActor person) {
        super(languages, person, UI.getCurrent().getTranslation("shell.accessDenied.title"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        explain(getTranslation("shell.accessDenied.text"));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
