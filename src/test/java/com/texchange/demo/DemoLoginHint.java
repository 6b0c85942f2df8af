package com.texchange.demo;

import com.texchange.accounts.LoginHint;
import com.texchange.common.ui.DescriptionList;
import com.texchange.local.QuickStart;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;

/** Names the demo accounts where one signs in. */
@org.springframework.stereotype.Component
@Profile(QuickStart.PROFILE)
class DemoLoginHint implements LoginHint {

    @Override
    public Component create() {
        UI ui = UI.getCurrent();
        DescriptionList people = new DescriptionList();
        Stream.of(DemoPerson.values()).forEach(person ->
                people.add(ui.getTranslation(person.titleKey()), person.email().value()));
        Anchor letters = new Anchor(MailboxView.PATH, ui.getTranslation("demo.mailbox.link"));
        letters.setRouterIgnore(true);
        Div hint = new Div(new Paragraph(ui.getTranslation("demo.hint", DemoPerson.PASSWORD)), people, letters);
        hint.addClassName("login-hint");
        return hint;
    }
}
