package com.texchange.common.ui;

import com.texchange.common.LanguageChoice;
import com.texchange.common.Languages;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.function.Consumer;

/** One button per language, named in that language; the page's own is marked. */
public final class LanguageSwitch extends Composite<Div> {

    /** @param chosen hears of the choice before the page is built again */
    public LanguageSwitch(LanguageChoice choice, Consumer<Locale> chosen) {
        getContent().addClassName("language-switch");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", getTranslation("common.language"));
        Languages.ALL.forEach(language -> getContent().add(button(language, choice, chosen)));
    }

    /**
     * Builds the page again in a language, with what was typed into it; the one way to do so, also from a menu. What would be lost all
     * the same is asked for.
     *
     * @param chosen hears of the choice before that
     */
    public static void choose(Locale language, LanguageChoice choice, Consumer<Locale> chosen) {
        UI ui = UI.getCurrent();
        UnsavedInput.askBeforeReload(ui, () -> {
            chosen.accept(language);
            KeptInput.keep(ui);
            UnsavedInput.letGo(ui);
            choice.choose(language);
        });
    }

    private static Button button(Locale language, LanguageChoice choice, Consumer<Locale> chosen) {
        String name = language.getDisplayLanguage(language);
        Button button = new Button(language.getLanguage().toUpperCase(Locale.ROOT), click -> choose(language, choice, chosen));
        boolean current = language.getLanguage().equals(UI.getCurrent().getLocale().getLanguage());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.getElement().setAttribute("lang", language.getLanguage());
        button.setAriaLabel(name);
        button.getElement().setAttribute("title", name);
        button.getElement().setAttribute("aria-pressed", String.valueOf(current));
        return button;
    }
}
