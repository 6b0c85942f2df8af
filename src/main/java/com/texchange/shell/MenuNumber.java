package com.texchange.shell;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.MenuCount;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** A number beside a menu entry: digits for the eye, a sentence for the ear, nothing for zero. */
class MenuNumber extends Composite<Span> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final transient MenuCount count;
    private final transient Actor actor;
    private final Span digits = new Span();
    private final Span sentence = new Span();

    MenuNumber(MenuCount count, Actor actor, ChangeFeed feed) {
        this.count = count;
        this.actor = actor;
        digits.getElement().setAttribute("aria-hidden", "true");
        sentence.addClassName("for-the-ear");
        getContent().addClassName("menu-number");
        getContent().add(digits, sentence);
        LiveUpdates.follow(this, feed, change -> count.changes().test(change, actor), PAUSE, this::show);
        show();
    }

    private void show() {
        int number = count.number().applyAsInt(actor);
        boolean more = number > MenuCount.MOST;
        digits.setText(more ? MenuCount.MOST + "+" : String.valueOf(number));
        sentence.setText(getTranslation(count.messageKey(), more ? getTranslation("shell.menu.more", MenuCount.MOST) : number));
        setVisible(number > 0);
    }
}
