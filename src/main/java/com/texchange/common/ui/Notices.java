package com.texchange.common.ui;

import com.texchange.common.RefusedException;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.time.Instant;
import java.util.Arrays;

/**
 * Short messages to the person at the page. The texts are translated already; a refusal translates itself. A refusal stands for long,
 * yet no longer than until the next answer: it would be read as that of the next try, and many would hide what was done.
 */
public final class Notices {

    private static final int SUCCESS_MILLIS = 4_000;
    /** Long enough to read the reason twice; the person can close it earlier. */
    private static final int ERROR_MILLIS = 12_000;

    private Notices() {
    }

    /** What a page was told last, if it was a refusal. */
    private record Refusal(Notification notice) {
    }

    public static void success(String text) {
        show(text, NotificationVariant.LUMO_SUCCESS, SUCCESS_MILLIS);
    }

    public static void error(String text) {
        Notification notice = show(text, NotificationVariant.LUMO_ERROR, ERROR_MILLIS);
        ComponentUtil.setData(UI.getCurrent(), Refusal.class, new Refusal(notice));
    }

    /** Says why the business refused what was asked for. */
    public static void refused(RefusedException refusal) {
        error(words(refusal));
    }

    /** The same for what says it at a field or on the page. Moments are told by the clock of the page, as everywhere on it. */
    public static String words(RefusedException refusal) {
        Object[] arguments = Arrays.stream(refusal.arguments())
                .map(argument -> argument instanceof Instant moment ? DateTimes.dateTime(moment) : argument).toArray();
        return UI.getCurrent().getTranslation(refusal.messageKey(), arguments);
    }

    /** For a next try, and for an answer that the page or a window gives, not a message. */
    public static void answered() {
        Refusal earlier = ComponentUtil.getData(UI.getCurrent(), Refusal.class);
        if (earlier != null) {
            earlier.notice().close();
        }
    }

    private static Notification show(String text, NotificationVariant variant, int millis) {
        answered();
        Notification notification = new Notification();
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(UI.getCurrent().getTranslation("common.close"));
        Span message = new Span(text);
        Span row = new Span(message, close);
        row.addClassName("notice");
        notification.add(row);
        notification.addThemeVariants(variant);
        // Where it is narrow, buttons are at the bottom, those of dialogs too: it must not lie over them.
        notification.setPosition(NarrowScreen.is(UI.getCurrent()) ? Notification.Position.TOP_STRETCH
                : Notification.Position.BOTTOM_END);
        notification.setDuration(millis);
        notification.open();
        return notification;
    }
}
