package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.common.Routes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.SingleStep;
import com.texchange.connections.MoveApprovals;
import com.texchange.connections.OrderResults;
import com.texchange.connections.OrderSubjects;
import com.texchange.connections.OrderSummary;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import java.util.List;
import java.util.Objects;

/** A distributor agrees to a supplier's moving its licenses, this once, or does not. */
@org.springframework.stereotype.Component
class ApproveMoveForm extends OrderTaskForm {

    private final MoveApprovals approvals;
    private final OrderResults results;

    ApproveMoveForm(MoveApprovals approvals, OrderResults results, OrderSubjects subjects) {
        super(subjects);
        this.approvals = approvals;
        this.results = results;
    }

    @Override
    public String elementId() {
        return MoveApprovals.TASK;
    }

    @Override
    public List<String> result(UserTask task, Actor actor) {
        return results.find(new OrderId(task.subjectId()), actor)
                .map(order -> text("connections.approve.result." + Objects.requireNonNull(order.approval()))).stream().toList();
    }

    @Override
    public Component create(UserTask task, Actor actor, Runnable done) {
        OrderSummary order = results.find(new OrderId(task.subjectId()), actor).orElseThrow();
        DescriptionList facts = OrderWords.undoes(order, OrderWords.target(order, new DescriptionList()));
        if (order.reason() != null) {
            facts.add(text("connections.order.reason"), order.reason());
        }
        facts.add(text("connections.orders.column.by"), OrderWords.by(order));
        Button agree = button("agree", order.id(), true, actor, done);
        agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button refuse = button("refuse", order.id(), false, actor, done);
        refuse.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        HorizontalLayout buttons = new HorizontalLayout(agree, refuse);
        buttons.setWrap(true);
        Div form = new Div(
                new Paragraph(text("connections.approve.text", Objects.requireNonNull(order.supplier()), order.open())), facts,
                new Paragraph(new Anchor(Routes.of(Routes.LICENSE_ORDERS, order.id()), text("connections.approve.list"))), buttons);
        form.addClassName("task-form");
        return form;
    }

    private Button button(String name, OrderId order, boolean approved, Actor actor, Runnable done) {
        return SingleStep.on(new Button(text("connections.approve." + name)), () -> {
            approvals.decide(order, approved, actor);
            Notices.success(text(approved ? "connections.approve.agreed" : "connections.approve.refused"));
            done.run();
        });
    }
}
