package com.texchange.shell;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.texchange.common.ui.LanguageSwitch;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * For whom the person acts, and what concerns the person rather than the page: feedback, help, language, colors, the user
 * menu. Where it is narrow, all but the company and the user menu move into that menu.
 */
@Component
@Scope("prototype")
class HeaderBar extends Composite<Header> {

    HeaderBar(CurrentActor currentActor, OrganizationName organization, FeedbackProperties feedback, Accounts accounts,
            LanguageChoice languages, ColorSchemeChoice colors, UserMenu userMenu) {
        Actor actor = currentActor.get();
        LanguageSwitch language =
                new LanguageSwitch(languages, chosen -> accounts.chooseLanguage(actor.id(), chosen));
        getContent().addClassName("header-bar");
        Span account = new Span(getTranslation("shell.account"));
        account.addClassName("personal-account");
        getContent().add(wideOnly(account), organization, wideOnly(feedback(feedback)), wideOnly(new HelpLink()), wideOnly(language),
                wideOnly(colorSwitch(colors)), userMenu);
    }

    private static <C extends com.vaadin.flow.component.Component> C wideOnly(C component) {
        component.getElement().getClassList().add("wide-only");
        return component;
    }

    private Anchor feedback(FeedbackProperties feedback) {
        Icon icon = VaadinIcon.ENVELOPE_O.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Anchor link = new Anchor(feedback.mailLink(), icon, new Span(getTranslation("shell.feedback")));
        link.addClassName("header-link");
        return link;
    }

    private Button colorSwitch(ColorSchemeChoice colors) {
        Button button = new Button(VaadinIcon.ADJUST.create(), click -> colors.toggle(UI.getCurrent()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation("shell.colors"));
        button.getElement().setAttribute("title", getTranslation("shell.colors"));
        return button;
    }
}
