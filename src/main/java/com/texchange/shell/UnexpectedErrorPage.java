package com.texchange.shell;

import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A page could not be built; what it was stands in the log under the number shown. */
@AnonymousAllowed
class UnexpectedErrorPage extends ErrorPage implements HasErrorParameter<Exception> {

    private final transient UnexpectedErrors errors;

    UnexpectedErrorPage(LanguageChoice languages, CurrentActor person, UnexpectedErrors errors) {
        super(languages, person, UI.getCurrent().getTranslation("shell.failed.title"));
        this.errors = errors;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        explain(getTranslation("shell.unexpected", errors.log(parameter.getCaughtException())));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
