package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Lines of a card of the home page: what it is, mostly a link; why it is there, below it; and the moment, at the end. */
public final class HomeList extends OrderedList {

    public HomeList() {
        addClassName("home-list");
    }

    private void line(Component name, String why) {
        name.addClassName("home-line-name");
        add(new ListItem(name, part(why, "home-line-why")));
    }

    public void line(Component name, String why, String when, boolean late) {
        name.addClassName("home-line-name");
        Span moment = part(when, "home-line-when");
        moment.setClassName("home-late", late);
        add(new ListItem(name, part(why, "home-line-why"), moment));
    }

    /** @param due how long there is left; null for what has no deadline */
    public void line(Component name, String why, @Nullable DueText due) {
        if (due == null) {
            line(name, why);
        } else {
            line(name, why, due.text(), due.overdue());
        }
    }

    private static Span part(String text, String className) {
        Span part = new Span(text);
        part.addClassName(className);
        return part;
    }
}
