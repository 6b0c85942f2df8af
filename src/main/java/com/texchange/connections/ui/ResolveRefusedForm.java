package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.common.ui.Notices;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderSubjects;
import com.texchange.connections.RefusedConnections;
import com.texchange.connections.RefusedLicense;
import com.texchange.connections.Refusals;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Licenses that could not be connected: try again, for instance after the operator has freed them, or leave them out. */
@org.springframework.stereotype.Component
class ResolveRefusedForm extends OrderTaskForm {

    private final ConnectionOrders orders;
    private final RefusedConnections refusals;

    ResolveRefusedForm(ConnectionOrders orders, RefusedConnections refusals, OrderSubjects subjects) {
        super(subjects);
        this.orders = orders;
        this.refusals = refusals;
    }

    @Override
    public String elementId() {
        return RefusedConnections.TASK;
    }

    /** What is connected stays so, whatever was decided on the others. */
    @Override
    public List<String> result(UserTask task, Actor actor) {
        OrderId order = new OrderId(task.subjectId());
        List<RefusedLicense> others = orders.notConnected(order);
        Refusals counts = orders.refusals(order);
        List<String> lines = new ArrayList<>();
        lines.add(text("connections.refusedTask.connected", orders.doneCount(order)));
        if (counts.leftOut() > 0) {
            lines.add(text("connections.refusedTask.without", counts.leftOut()));
        }
        if (counts.waiting() > 0) {
            lines.add(text("connections.refusedTask.waiting", counts.waiting()));
        }
        if (counts.again() > 0) {
            lines.add(text("connections.refusedTask.again", counts.again()));
        }
        others.stream().map(ResolveRefusedForm::line).forEach(lines::add);
        more(counts.all(), others).ifPresent(lines::add);
        return lines;
    }

    /** How many there are beside those that are named. */
    private static Optional<String> more(int all, List<RefusedLicense> named) {
        return all <= named.size() ? Optional.empty() : Optional.of(text("connections.refusedTask.more", all - named.size()));
    }

    static String line(RefusedLicense license) {
        return text("connections.refusedTask.license", license.number(), text(license.reasonKey()));
    }

    @Override
    public Component create(UserTask task, Actor actor, Runnable done) {
        OrderId order = new OrderId(task.subjectId());
        List<RefusedLicense> refused = orders.refused(order);
        UnorderedList list = new UnorderedList();
        refused.forEach(license -> list.add(new ListItem(line(license))));
        more(orders.refusedCount(order), refused).ifPresent(line -> list.add(new ListItem(line)));
        Button retry = new Button(text("connections.refusedTask.retry"), click -> {
            refusals.resolve(task.key(), order, true, actor);
            Notices.success(text("connections.refusedTask.retried"));
            done.run();
        });
        retry.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button leaveOut = new Button(text("connections.refusedTask.leaveOut"), click -> {
            refusals.resolve(task.key(), order, false, actor);
            Notices.success(text("connections.refusedTask.leftOut"));
            done.run();
        });
        Button wait = new Button(text("connections.refusedTask.wait"), click -> {
            refusals.waitFor(task.key(), order, actor);
            Notices.success(text("connections.refusedTask.waits"));
            done.run();
        });
        HorizontalLayout buttons = new HorizontalLayout(retry, wait, leaveOut);
        buttons.setWrap(true);
        Div form = new Div(new Paragraph(text("connections.refusedTask.text", orders.doneCount(order))), list,
                buttons);
        form.addClassName("task-form");
        return form;
    }
}
