package com.texchange.operations.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.Background;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.WhyNot;
import com.texchange.common.ui.Windows;
import com.texchange.operations.EngineSnapshot;
import com.texchange.operations.ui.FailedStepRow.Shown;
import com.texchange.process.EngineAnswer;
import com.texchange.process.FailedStep;
import com.texchange.process.FailedSteps;
import com.texchange.process.OperateLinks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The failed steps, which can be tried again one by one, several or all. Rows that have not changed are left alone. */
final class FailedStepsPanel extends Composite<Div> {

    private final transient FailedSteps steps;
    private final transient OperateLinks operate;
    private final transient Actor actor;
    private final transient Commands commands;
    private final Checkbox all = new Checkbox();
    private final Button retrySelected = new Button();
    private final Button retryAll = new Button();
    private final Button more = new Button();
    private final Div tools = new Div(all, retrySelected, retryAll);
    private final UnorderedList list = new UnorderedList();
    private final Div message = new Div();
    private final transient Map<Long, FailedStepRow> rows = new LinkedHashMap<>();
    private long total;

    /** What the page does for the list. */
    interface Commands {

        void askNow();

        void showMore();
    }

    FailedStepsPanel(FailedSteps steps, OperateLinks operate, Actor actor, Commands commands) {
        this.steps = steps;
        this.operate = operate;
        this.actor = actor;
        this.commands = commands;
        all.setLabel(getTranslation("operations.failed.selectAll"));
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                rows.values().forEach(row -> row.select(change.getValue()));
                selectionChanged();
            }
        });
        retrySelected.setIcon(VaadinIcon.REFRESH.create());
        retrySelected.addClickListener(click -> retry(selected()));
        retryAll.addClickListener(click -> confirmAll());
        more.setText(getTranslation("operations.failed.more"));
        more.addClickListener(click -> commands.showMore());
        tools.addClassName("operations-tools");
        list.addClassName("failed-steps");
        message.getElement().setAttribute("role", "status");
        getContent().addClassName("operations-panel");
        getContent().add(message, tools, list, more);
        say(new Paragraph(getTranslation("operations.asking")));
    }

    void show(EngineSnapshot snapshot) {
        if (snapshot.failed().answer() != EngineAnswer.ANSWERED) {
            say(new Problem(this, snapshot.failed().answer()));
            return;
        }
        total = snapshot.failed().total();
        if (snapshot.failed().steps().isEmpty()) {
            rows.clear();
            list.removeAll();
            say(EmptyState.explained(VaadinIcon.CHECK_CIRCLE_O, getTranslation("operations.failed.empty")));
            return;
        }
        message.removeAll();
        showRows(snapshot.failed().steps().stream().map(step -> new Shown(step, snapshot.about(step))).toList());
        tools.setVisible(true);
        list.setVisible(true);
        more.setVisible(total > rows.size());
        retryAll.setText(getTranslation("operations.retry.all", total));
        selectionChanged();
    }

    /** Says something in the list's place. */
    private void say(Component words) {
        message.removeAll();
        message.add(words);
        tools.setVisible(false);
        list.setVisible(!rows.isEmpty());
        more.setVisible(false);
    }

    private void showRows(List<Shown> wanted) {
        Map<Long, FailedStepRow> before = new LinkedHashMap<>(rows);
        rows.clear();
        for (int i = 0; i < wanted.size(); i++) {
            Shown shown = wanted.get(i);
            FailedStepRow known = before.remove(shown.step().incidentKey());
            FailedStepRow row = known != null && known.shown().equals(shown) ? known : row(shown);
            if (row != known && known != null) {
                list.remove(known);
            }
            if (list.getComponentCount() <= i || list.getComponentAt(i) != row) {
                list.addComponentAtIndex(Math.min(i, list.getComponentCount()), row);
            }
            rows.put(shown.step().incidentKey(), row);
        }
        before.values().forEach(list::remove);
    }

    private FailedStepRow row(Shown shown) {
        return new FailedStepRow(shown, operate.processInstance(shown.step().place().processInstanceKey()),
                this::selectionChanged, step -> retry(List.of(step)));
    }

    private List<FailedStep> selected() {
        return rows.values().stream().filter(FailedStepRow::isSelected).map(row -> row.shown().step()).toList();
    }

    private void selectionChanged() {
        int count = selected().size();
        retrySelected.setText(getTranslation("operations.retry.selected", count));
        WhyNot.tell(retrySelected, count > 0 ? null : getTranslation("operations.retry.selectFirst"));
        all.setValue(count > 0 && count == rows.values().stream().filter(row -> !row.shown().step().beingRetried()).count());
    }

    private void retry(List<FailedStep> chosen) {
        told(steps.retry(chosen, actor));
        markRetried(chosen);
    }

    /** At once, without waiting for the engine to be asked again. */
    private void markRetried(List<FailedStep> chosen) {
        List<Shown> now = new ArrayList<>();
        rows.values().forEach(row -> now.add(chosen.contains(row.shown().step())
                ? new Shown(row.shown().step().retried(), row.shown().about()) : row.shown()));
        showRows(now);
        selectionChanged();
        commands.askNow();
    }

    private void confirmAll() {
        Windows.ask(getTranslation("operations.retryAll.title"), getTranslation("operations.retryAll.text", total),
                getTranslation("operations.retryAll.confirm"), this::retryEverything);
    }

    private void retryEverything() {
        retryAll.setEnabled(false);
        Background.runElsewhere(UI.getCurrent(), () -> steps.retryAll(actor), this::told, () -> {
            retryAll.setEnabled(true);
            commands.askNow();
        });
    }

    private void told(int count) {
        Notices.success(getTranslation(count > 0 ? "operations.retry.given" : "operations.retry.none", count));
    }
}
