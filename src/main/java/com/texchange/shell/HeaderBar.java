package com.texchange.shell;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.texchange.common.ui.LanguageSwitch;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.Companies;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** For whom the person acts, and what concerns the person rather than the page: language, colors, feedback, sign out. */
@Component
@Scope("prototype")
class HeaderBar extends Composite<Div> {

    HeaderBar(CurrentActor currentActor, Companies companies, OperatorProperties operator, FeedbackProperties feedback,
            Accounts accounts, LanguageChoice languages, ColorSchemeChoice colors, AuthenticationContext session) {
        Actor actor = currentActor.get();
        Span organization = new Span(actor.companyId() == null
                ? operator.name()
                : companies.get(actor.companyId()).name());
        organization.addClassName("organization");
        getContent().addClassName("header-bar");
        getContent().add(organization, feedback(feedback),
                new LanguageSwitch(languages, language -> accounts.chooseLanguage(actor.id(), language)),
                colorSwitch(colors), userMenu(actor, session));
    }

    private Anchor feedback(FeedbackProperties feedback) {
        Span words = new Span(getTranslation("shell.feedback"));
        words.addClassName("wide-only");
        Anchor link = new Anchor("mailto:" + feedback.address(), VaadinIcon.ENVELOPE_O.create(), words);
        link.addClassName("feedback");
        link.getElement().setAttribute("title", getTranslation("shell.feedback"));
        link.setAriaLabel(getTranslation("shell.feedback"));
        return link;
    }

    private Button colorSwitch(ColorSchemeChoice colors) {
        Button button = new Button(VaadinIcon.ADJUST.create(), click -> colors.toggle(UI.getCurrent()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation("shell.colors"));
        button.getElement().setAttribute("title", getTranslation("shell.colors"));
        return button;
    }

    private MenuBar userMenu(Actor actor, AuthenticationContext session) {
        Avatar avatar = new Avatar(actor.name());
        avatar.addThemeVariants(AvatarVariant.LUMO_XSMALL);
        Span name = new Span(actor.name());
        name.addClassNames("user-name", "wide-only");
        Div face = new Div(avatar, name);
        face.addClassName("user");

        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_END_ALIGNED);
        MenuItem item = bar.addItem(face);
        item.setAriaLabel(getTranslation("shell.userMenu", actor.name()));
        item.getSubMenu().addItem(actor.email().value()).setEnabled(false);
        item.getSubMenu().addItem(getTranslation("shell.signOut"), click -> session.logout());
        return bar;
    }
}
