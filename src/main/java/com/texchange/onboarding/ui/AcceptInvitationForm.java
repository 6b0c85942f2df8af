package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.grants.ui.GrantDialogs;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.OnboardingSubjects;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.SupplierCards;
import com.texchange.tasks.TaskForm;
import com.texchange.tasks.TaskSubject;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.UUID;

/** The distributor's task to accept or decline: the supplier's card. */
@org.springframework.stereotype.Component
class AcceptInvitationForm implements TaskForm {

    private final SupplierCards cards;
    private final Acceptance acceptance;
    private final Joining joining;
    private final GrantDialogs grants;
    private final OnboardingSubjects subjects;

    AcceptInvitationForm(SupplierCards cards, Acceptance acceptance, Joining joining, GrantDialogs grants,
            OnboardingSubjects subjects) {
        this.cards = cards;
        this.acceptance = acceptance;
        this.joining = joining;
        this.grants = grants;
        this.subjects = subjects;
    }

    @Override
    public String elementId() {
        return OnboardingTasks.ACCEPT;
    }

    @Override
    public String subjectVariable() {
        return "onboardingId";
    }

    @Override
    public TaskSubject subject(UUID subjectId) {
        return subjects.of(new OnboardingId(subjectId));
    }

    @Override
    public List<String> result(UserTask task, Actor actor) {
        return cards.find(new OnboardingId(task.subjectId()), actor).map(card -> List.of(UI.getCurrent().getTranslation(
                card.stage() == Stage.DECLINED ? "onboarding.declined" : "onboarding.accepted", card.supplier())))
                .orElse(List.of());
    }

    @Override
    public Component create(UserTask task, Actor actor, Runnable done) {
        return cards.find(new OnboardingId(task.subjectId()), actor)
                .<Component>map(card -> new SupplierCardPanel(card, acceptance, joining, grants, actor, done))
                .orElseGet(() -> new Paragraph(UI.getCurrent().getTranslation("onboarding.taskOver")));
    }
}
