package com.texchange.stories.ui;

import com.texchange.common.ui.DateTimes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Instant;

/** A moment on a page: as date and time, and how long ago or how soon that is, which the browser keeps up to date. */
final class Moment {

    private Moment() {
    }

    /** Day and time. */
    static Component full(Instant at) {
        return new Time(at, DateTimes.dateTime(at));
    }

    /** The time, where the day stands above it. */
    static Component timeOfDay(Instant at) {
        return new Time(at, DateTimes.time(at));
    }

    static Component ago(Instant at) {
        return new Ago(at);
    }

    @Tag("time")
    private static final class Time extends HtmlContainer {

        Time(Instant at, String text) {
            getElement().setAttribute("datetime", at.toString());
            setText(text);
        }
    }

    @Tag("time-ago")
    @JavaScript("context://scripts/time-ago.js")
    private static final class Ago extends Component {

        Ago(Instant at) {
            getElement().setAttribute("at", at.toString());
            getElement().setAttribute("lang", UI.getCurrent().getLocale().getLanguage());
            getElement().setAttribute("zone", DateTimes.zone().getId());
        }
    }
}
