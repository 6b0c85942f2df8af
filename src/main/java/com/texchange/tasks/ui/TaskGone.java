package com.texchange.tasks.ui;

import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.EmptyState;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stands for a task that cannot be shown: says why and leads to the next one. */
class TaskGone extends Composite<Div> {

    /** Messages for a task that was closed while it was open on this page. */
    static final String CLOSED = "tasks.closed";
    /** Messages for a task that was not there, or not for this person, when the page was opened. */
    static final String STALE = "tasks.stale";

    /** @param open hears which task to open, null for the list alone */
    TaskGone(String reason, Optional<UserTask> next, Consumer<@Nullable Long> open) {
        addClassName("task-detail");
        getContent().add(BackLink.closing(getTranslation("tasks.title"), () -> open.accept(null)));
        String title = getTranslation(reason + ".title");
        if (next.isEmpty()) {
            getContent().add(new EmptyState(VaadinIcon.CHECK_CIRCLE_O, title, getTranslation(reason + ".noMore")));
            return;
        }
        Button forward = new Button(getTranslation("tasks.next"), click -> open.accept(next.get().key()));
        forward.addThemeName("primary");
        getContent().add(new EmptyState(VaadinIcon.CHECK_CIRCLE_O, title, getTranslation(reason + ".text"), forward));
    }
}
