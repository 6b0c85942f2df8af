package com.texchange.connections.ui;

import com.texchange.common.OrderId;
import com.texchange.connections.OrderSubjects;
import com.texchange.tasks.TaskForm;
import com.texchange.tasks.TaskSubject;
import com.vaadin.flow.component.UI;
import java.util.UUID;

/** Of a task about an order. */
abstract class OrderTaskForm implements TaskForm {

    private final OrderSubjects subjects;

    OrderTaskForm(OrderSubjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public String subjectVariable() {
        return "orderId";
    }

    @Override
    public TaskSubject subject(UUID subjectId) {
        return subjects.of(new OrderId(subjectId));
    }

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
