package com.texchange.shell;

import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.texchange.common.Routes;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.PublicPage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, and the way back: inside the frame for a person who is signed in, else on a card of its own. */
abstract class ErrorPage extends Composite<Div> implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);
    private final transient LanguageChoice languages;
    private final transient CurrentActor person;
    private final String heading;

    ErrorPage(LanguageChoice languages, CurrentActor person, String heading) {
        this.languages = languages;
        this.person = person;
        this.heading = heading;
        getContent().addClassName("error-page");
    }

    /** @param explanation translated */
    final void explain(String explanation) {
        getContent().removeAll();
        getContent().add(frame().map(frame -> inside(frame, explanation))
                .orElseGet(() -> new Alone(languages, heading, new Paragraph(explanation), toHome())));
    }

    /** The router gives error pages no layout that depends on the person; empty also if what failed is the frame. */
    private Optional<MainLayout> frame() {
        if (person.find().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instantiator.get(UI.getCurrent()).createComponent(MainLayout.class));
        } catch (RuntimeException e) {
            LOG.warn("The frame of an error page could not be built", e);
            return Optional.empty();
        }
    }

    private Component inside(MainLayout frame, String explanation) {
        Div card = new Div(new Paragraph(explanation), toHome());
        card.addClassNames("card", "error-card");
        Div page = new Div(new PageHeader(heading), card);
        page.addClassName("page");
        frame.showRouterLayoutContent(page);
        return frame;
    }

    private Button toHome() {
        Button home = new Button(getTranslation("shell.toHome"), click -> UI.getCurrent().navigate(Routes.HOME));
        home.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return home;
    }

    @Override
    public String getPageTitle() {
        return heading;
    }

    private static final class Alone extends PublicPage {

        Alone(LanguageChoice languages, String heading, Component... content) {
            super(languages, heading);
            add(content);
        }
    }
}
