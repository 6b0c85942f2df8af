package com.texchange.shell;

import com.texchange.common.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;

/** Opens the user guide at the page that is open, beside it, so that nothing typed is lost. */
class HelpLink extends Composite<Anchor> implements AfterNavigationObserver {


    HelpLink() {
        Icon icon = VaadinIcon.QUESTION_CIRCLE_O.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        getContent().addClassName("header-link");
        getContent().add(icon, new Span(getTranslation("shell.help")));
        getContent().getElement().setAttribute("title", getTranslation("shell.helpNewTab"));
        getContent().setHref(Routes.HELP);
        getContent().setTarget(AnchorTarget.BLANK);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getContent().setHref(address(event.getActiveChain()));
    }

    /** The guide's address for the view that is shown; the view's route is told without what follows it. */
    static String address(List<HasElement> chain) {
        return chain.stream().findFirst().map(HasElement::getClass)
                .filter(Component.class::isAssignableFrom)
                .flatMap(view -> RouteConfiguration.forSessionScope().getTemplate(view.asSubclass(Component.class)))
                .map(template -> template.replaceFirst("/?:.*$", ""))
                .map(route -> Routes.HELP + "?" + QueryParameters.of("page", route).getQueryString())
                .orElse(Routes.HELP);
    }
}
