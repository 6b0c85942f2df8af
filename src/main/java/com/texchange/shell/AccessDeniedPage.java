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

    private final transient Denials denials;
    private final boolean ofOperator;

    AccessDeniedPage(LanguageChoice languages, CurrentActor person, Denials denials) {
        super(languages, person, UI.getCurrent().getTranslation("shell.accessDenied.title"));
        this.denials = denials;
        this.ofOperator = person.find().filter(actor -> actor.companyId() == null).isPresent();
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        denials.ofPage(event.getLocation());
        explain(getTranslation(ofOperator ? "shell.accessDenied.operator" : "shell.accessDenied.text"));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
