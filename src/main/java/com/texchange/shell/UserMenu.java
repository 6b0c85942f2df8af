package com.texchange.shell;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.texchange.common.Languages;
import com.texchange.common.ui.LanguageSwitch;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.common.ui.UserMenuEntry;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBar.MenuBarI18n;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Who is signed in, own settings that modules contribute, sign out; and on narrow pages what the header has no room for. */
@Component
@Scope("prototype")
class UserMenu extends Composite<MenuBar> {

    private static final int INITIALS = 2;
    private final transient Actor actor;
    private final SubMenu menu;

    UserMenu(CurrentActor currentActor, List<UserMenuEntry> entries, FeedbackProperties feedback, Accounts accounts,
            LanguageChoice languages, ColorSchemeChoice colors, AuthenticationContext session) {
        this.actor = currentActor.get();
        getContent().addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_END_ALIGNED);
        getContent().addClassName("user-menu");
        getContent().setI18n(new MenuBarI18n().setMoreOptions(getTranslation("shell.moreOptions")));
        MenuItem face = getContent().addItem(face());
        face.setAriaLabel(getTranslation("shell.userMenu", actor.name()));
        menu = face.getSubMenu();
        // A menu may hold nothing but items.
        menu.addItem(identity()).setEnabled(false);
        menu.addSeparator();
        entries.stream().filter(entry -> actor.hasOneOf(entry.roles()))
                .forEach(entry -> menu.addItem(getTranslation(entry.titleKey()),
                        click -> UI.getCurrent().navigate(entry.path())));
        addWhatTheHeaderHasNoRoomFor(feedback, accounts, languages, colors);
        menu.addItem(getTranslation("shell.signOut"), click -> session.logout());
    }

    private Div face() {
        Avatar avatar = new Avatar(actor.name());
        avatar.setAbbreviation(initials(actor.name()));
        avatar.addThemeVariants(AvatarVariant.LUMO_XSMALL);
        Span name = new Span(actor.name());
        name.addClassNames("user-name", "wide-only");
        Div face = new Div(avatar, name);
        face.addClassName("user");
        return face;
    }

    /** The circle has room for two; by itself it takes one of every word, also of a patronymic, and cuts them. */
    static String initials(String name) {
        return Stream.of(name.split("\\s+")).map(word -> word.codePoints().filter(Character::isLetterOrDigit).findFirst())
                .filter(OptionalInt::isPresent).limit(INITIALS).map(first -> Character.toString(first.getAsInt()))
                .collect(Collectors.joining());
    }

    private Div identity() {
        Span name = new Span(actor.name());
        name.addClassName("identity-name");
        String roles = actor.roles().stream().sorted().map(role -> getTranslation("shell.role." + role))
                .collect(Collectors.joining(", "));
        Div identity = new Div(name, new UnbrokenText(actor.email().value()), new Span(roles));
        identity.addClassName("identity");
        return identity;
    }

    private void addWhatTheHeaderHasNoRoomFor(FeedbackProperties feedback, Accounts accounts, LanguageChoice languages,
            ColorSchemeChoice colors) {
        narrowOnly(menu.addItem(getTranslation("shell.help"), click -> UI.getCurrent()
                .navigate(HelpLink.address(UI.getCurrent().getInternals().getActiveRouterTargetsChain()))));
        narrowOnly(menu.addItem(getTranslation("shell.feedback"),
                click -> UI.getCurrent().getPage().setLocation(feedback.mailLink())));
        Languages.ALL.stream().filter(language -> !language.getLanguage().equals(getLocale().getLanguage()))
                .forEach(language -> narrowOnly(menu.addItem(nameOf(language),
                        click -> LanguageSwitch.choose(language, languages, chosen -> accounts.chooseLanguage(actor.id(), chosen)))));
        narrowOnly(menu.addItem(getTranslation("shell.colors"), click -> colors.toggle(UI.getCurrent())));
    }

    private static Span nameOf(Locale language) {
        String name = language.getDisplayLanguage(language);
        Span span = new Span(name.substring(0, 1).toUpperCase(language) + name.substring(1));
        span.getElement().setAttribute("lang", language.getLanguage());
        return span;
    }

    private static void narrowOnly(HasElement item) {
        item.getElement().getClassList().add("narrow-only");
    }
}
