package com.texchange.accounts.ui;

import com.texchange.accounts.OwnSession;
import com.texchange.accounts.OwnSessions;
import com.texchange.common.Actor;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.Notices;
import com.vaadin.flow.component.Component;
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

/** «Сеансы и браузеры» in the own profile. */
class SessionsCard extends Composite<Div> {

    private final transient OwnSessions sessions;
    private final transient Actor actor;

    SessionsCard(OwnSessions sessions, Actor actor) {
        this.sessions = sessions;
        this.actor = actor;
        getContent().addClassName("card");
        getContent().setWidthFull();
        refresh();
    }

    private void refresh() {
        List<OwnSession> own = sessions.of(actor);
        UnorderedList list = new UnorderedList();
        list.addClassNames("people-list", "own-sessions");
        own.forEach(session -> list.add(line(session)));
        getContent().removeAll();
        getContent().add(new H2(getTranslation("accounts.sessions.title")), new Paragraph(getTranslation("accounts.sessions.text")), list);
        if (own.stream().anyMatch(session -> !session.current())) {
            getContent().add(new Button(getTranslation("accounts.sessions.endOthers"), click -> {
                sessions.endOthers(actor);
                ended();
            }));
        }
    }

    private ListItem line(OwnSession session) {
        String device = session.device().isEmpty() ? getTranslation("accounts.sessions.unknown") : session.device();
        Span name = new Span(session.address().isEmpty() ? device : getTranslation("accounts.sessions.from", device, session.address()));
        name.addClassName("own-session-device");
        Div line = new Div(name, new Span(times(session)));
        if (session.remembered()) {
            line.add(new Span(getTranslation("accounts.sessions.remembered")));
        }
        if (session.through()) {
            line.add(new Span(getTranslation("accounts.sessions.through")));
        }
        line.addClassName("own-session");
        ListItem item = new ListItem(line);
        item.add(session.current() ? current() : end(session, device));
        return item;
    }

    private String times(OwnSession session) {
        String last = DateTimes.dateTime(session.lastUsed());
        return session.beganAt() == null ? getTranslation("accounts.sessions.lastUsed", last)
                : getTranslation("accounts.sessions.times", DateTimes.dateTime(session.beganAt()), last);
    }

    private Component current() {
        Span current = new Span(getTranslation("accounts.sessions.current"));
        current.addClassName("hint");
        return current;
    }

    private Component end(OwnSession session, String device) {
        Button end = new Button(getTranslation("accounts.sessions.end"), click -> {
            sessions.end(session.id(), actor);
            ended();
        });
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        end.setAriaLabel(getTranslation("accounts.people.actOn", end.getText(), device));
        return end;
    }

    private void ended() {
        Notices.success(getTranslation("accounts.sessions.ended"));
        refresh();
    }
}
