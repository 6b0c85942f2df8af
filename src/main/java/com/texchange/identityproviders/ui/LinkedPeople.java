package com.texchange.identityproviders.ui;

import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.identityproviders.LinkedPerson;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;

/** Whom the company's server has let in; each can be forgotten. */
class LinkedPeople extends Composite<Div> {

    private final transient Consumer<LinkedPerson> forget;

    /** @param forget asks before what has to be asked */
    LinkedPeople(List<LinkedPerson> people, Consumer<LinkedPerson> forget) {
        this.forget = forget;
        UnorderedList list = new UnorderedList();
        list.addClassName("linked-people");
        people.forEach(person -> list.add(line(person)));
        getContent().add(new H2(getTranslation("identityproviders.linked")), new Paragraph(getTranslation("identityproviders.linkedText")), list);
    }

    private ListItem line(LinkedPerson person) {
        Div words = new Div(new Span(person.name()), new UnbrokenText(person.email().value()),
                new Span(getTranslation("identityproviders.linkedAs", person.subject())),
                new Span(getTranslation("identityproviders.linkedLast", DateTimes.dateTime(person.lastUsed()))));
        words.addClassName("composed-cell");
        Button act = new Button(getTranslation("identityproviders.forget"), click -> forget.accept(person));
        act.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        act.setAriaLabel(getTranslation("accounts.people.actOn", act.getText(), person.name()));
        return new ListItem(words, act);
    }
}
