package com.texchange.shell;

import com.texchange.common.LanguageChoice;
import com.texchange.common.ui.PublicPage;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** What went wrong, and the way back. Stands outside the layout, which needs a person who is signed in. */
abstract class ErrorPage extends PublicPage implements HasDynamicTitle {

    private final String heading;

    ErrorPage(LanguageChoice languages, String heading) {
        super(languages, heading);
        this.heading = heading;
    }

    /** @param explanation translated */
    final void explain(String explanation) {
        Button home = new Button(getTranslation("shell.toHome"), click -> UI.getCurrent().navigate(""));
        home.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show(new Paragraph(explanation), home);
    }

    @Override
    public String getPageTitle() {
        return heading;
    }
}
