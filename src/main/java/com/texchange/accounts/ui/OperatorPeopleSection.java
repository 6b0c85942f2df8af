package com.texchange.accounts.ui;

import com.texchange.accounts.Colleague.State;
import com.texchange.accounts.OperatorPeople;
import com.texchange.accounts.OperatorPerson;
import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.HomeSection;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.function.Predicate;

/** For whoever looks after the operator's people: how many are in, still to come, kept out, or in by a password alone. */
class OperatorPeopleSection extends HomeSection {

    private final transient OperatorPeople people;
    private final transient Actor actor;

    OperatorPeopleSection(OperatorPeople people, Actor actor) {
        super(text("accounts.operator.title"));
        this.people = people;
        this.actor = actor;
    }

    void refresh() {
        List<OperatorPerson> all = people.all(actor);
        show(new DescriptionList()
                        .add(text("accounts.operator.home.in"), count(all, person -> person.state() == State.IN))
                        .add(text("accounts.operator.home.invited"), count(all, person -> person.state() == State.INVITED))
                        .add(text("accounts.operator.home.off"), count(all, person -> person.state() == State.OFF))
                        .add(text("accounts.operator.home.oneFactor"),
                                count(all, person -> person.state() == State.IN && !person.secondFactor())),
                new Paragraph(new Anchor(Routes.OPERATOR_PEOPLE, text("accounts.operator.home.open"))));
    }

    private static String count(List<OperatorPerson> all, Predicate<OperatorPerson> which) {
        return String.valueOf(all.stream().filter(which).count());
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
