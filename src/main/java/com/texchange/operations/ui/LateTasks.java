package com.texchange.operations.ui;

import com.texchange.common.Actor;
import com.texchange.common.CandidateGroup;
import com.texchange.common.OnboardingId;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.HomeList;
import com.texchange.common.ui.HomeSection;
import com.texchange.operations.LateTask;
import com.texchange.operations.Operations;
import com.texchange.partners.Companies;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The tasks whose due date has passed, the longest overdue first: what, for whom, since when. */
class LateTasks extends HomeSection {

    private static final int MOST_LINES = 6;

    private final transient Operations operations;
    private final transient Companies companies;
    private final transient Actor actor;

    LateTasks(Operations operations, Companies companies, Actor actor) {
        super(UI.getCurrent().getTranslation("operations.late"));
        this.operations = operations;
        this.companies = companies;
        this.actor = actor;
    }

    void refresh() {
        List<LateTask> late = operations.lateTasks(0, MOST_LINES, actor);
        if (late.isEmpty()) {
            setTitle(getTranslation("operations.late"));
            Paragraph none = new Paragraph(getTranslation("operations.late.none"));
            none.addClassName("home-none");
            show(none, all());
            return;
        }
        setTitle(getTranslation("operations.late.count", operations.lateTasks(actor)));
        HomeList list = new HomeList();
        late.forEach(task -> line(list, task));
        show(list, all());
    }

    private Anchor all() {
        Anchor all = new Anchor(Routes.LATE_TASKS, getTranslation("operations.late.all"));
        all.addClassName("quiet-link");
        return all;
    }

    private void line(HomeList list, LateTask task) {
        OnboardingId onboarding = task.about() == null ? null : task.about().onboarding();
        String title = getTranslation("task." + task.elementId() + ".title");
        Component name = onboarding == null ? new Span(title) : new Anchor(Routes.of(Routes.ONBOARDINGS, onboarding), title);
        list.line(name, getTranslation("operations.late.line", task.subject(), whoShould(task)),
                getTranslation("operations.late.due", DateTimes.date(task.due())), true);
    }

    private String whoShould(LateTask task) {
        if (task.assignee() != null) {
            return task.assignee();
        }
        return task.groups().stream().findFirst().map(CandidateGroup::new).flatMap(CandidateGroup::company)
                .map(company -> companies.get(company).name())
                .orElseGet(() -> getTranslation("operations.late.sales"));
    }
}
