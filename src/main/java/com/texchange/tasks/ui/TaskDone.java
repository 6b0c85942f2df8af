package com.texchange.tasks.ui;

import com.texchange.common.ui.BackLink;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person has just decided. The next task is a click away, and the button for it stands on the other side than those
 * of the form: a click too many decides nothing.
 */
class TaskDone extends Composite<Div> {

    private final H2 title;

    /**
     * @param lines what the decision means, translated
     * @param back  to the list
     * @param next  opens the next task; null for no button
     */
    TaskDone(UserTask task, List<String> lines, Runnable back, @Nullable Runnable next) {
        addClassNames("task-detail", "task-done");
        title = new H2(getTranslation("tasks.decided.title"));
        title.getElement().setAttribute("tabindex", "-1");
        Paragraph subject = new Paragraph(task.subject());
        subject.addClassName("task-subject");
        getContent().add(BackLink.closing(getTranslation("tasks.title"), back), title, subject);
        lines.stream().map(Paragraph::new).forEach(getContent()::add);
        getContent().add(new Paragraph(getTranslation("tasks.processing.text")));
        if (next != null) {
            Button forward = new Button(getTranslation("tasks.next"), click -> next.run());
            forward.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            forward.addClassName("task-done-next");
            getContent().add(forward);
        }
    }

    /** A screen reader says what has become of the decision. */
    void focusTitle() {
        title.getElement().executeJs("setTimeout(() => this.focus(), 50)");
    }
}
