package com.texchange.accounts.ui;

import com.texchange.accounts.SeenPerson;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.Tone;
import com.texchange.common.ui.UnbrokenText;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** A list of people, each with what whoever looks after them may do. */
class PeopleGrid<P extends SeenPerson> extends Grid<P> {

    private static final String COMPOSED = "composed";
    private final transient Supplier<List<P>> people;
    private final transient Function<P, List<Button>> acts;
    private final transient Clock clock;

    /**
     * @param people reads everybody
     * @param key    of the column that says what a person is
     * @param header of that column, a message key
     * @param what   a person is, in words
     */
    PeopleGrid(Supplier<List<P>> people, String key, String header, Function<P, String> what, Function<P, List<Button>> acts, Clock clock) {
        this.people = people;
        this.acts = acts;
        this.clock = clock;
        addComponentColumn(one -> new Div(person(one), new Div(what.apply(one)), state(one), acts(one))).setKey(COMPOSED).setVisible(false);
        addComponentColumn(PeopleGrid::person).setKey("person").setFlexGrow(2);
        addColumn(what::apply).setKey(key).setFlexGrow(1);
        addComponentColumn(this::state).setKey("state").setWidth("14rem").setFlexGrow(0);
        addComponentColumn(this::acts).setKey("acts").setFlexGrow(3);
        getColumns().forEach(column -> column.setHeader(getTranslation(key.equals(column.getKey()) ? header
                : "accounts.people.column." + column.getKey())));
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        addClassName("people-grid");
        NarrowScreen.follow(this, narrow -> getColumns().forEach(column -> column.setVisible(narrow == Objects.equals(column.getKey(), COMPOSED))));
    }

    void refresh() {
        setItems(people.get());
    }

    private static Component person(SeenPerson person) {
        Span name = new Span(person.name());
        name.addClassName("composed-title");
        Div cell = new Div(name, new UnbrokenText(person.email().value()));
        cell.addClassName("composed-cell");
        return cell;
    }

    private Component state(P person) {
        if (person.invitedUntil() == null) {
            Tone tone = switch (person.state()) {
                case IN -> Tone.SUCCESS;
                case INVITED -> Tone.UNDER_WAY;
                case OFF -> Tone.ERROR;
            };
            return tone.badge(getTranslation("accounts.people.state." + person.state()));
        }
        return person.invitedUntil().isBefore(clock.instant()) ? Tone.CONTRAST.badge(getTranslation("accounts.people.invitationOver"))
                : Tone.UNDER_WAY.badge(getTranslation("accounts.people.invitedUntil", DateTimes.date(person.invitedUntil())));
    }

    private Component acts(P person) {
        Div cell = new Div();
        cell.addClassName("people-acts");
        acts.apply(person).forEach(cell::add);
        return cell;
    }

    /** Acts at once. @param key of the act, as in {@code accounts.people.act} */
    Button act(String key, P person, Runnable act) {
        return button(key, person, () -> done(key, person, act));
    }

    void done(String key, P person, Runnable act) {
        act.run();
        Notices.success(getTranslation("accounts.people.done." + key, person.name()));
        refresh();
    }

    /** For acts that go on in a window, or by {@link #done}. @param key of the act, as in {@code accounts.people.act} */
    Button button(String key, P person, Runnable act) {
        Button button = new Button(getTranslation("accounts.people.act." + key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("accounts.people.actOn", button.getText(), person.name()));
        return button;
    }
}
