package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Routes;
import com.texchange.licenses.Licenses;
import com.texchange.onboarding.OnboardingSubjects;
import com.texchange.onboarding.SupplierCard;
import com.texchange.onboarding.SupplierCards;
import com.texchange.tasks.TaskForm;
import com.texchange.tasks.TaskSubject;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.UUID;

/** The distributor's task to connect licenses: explains it and leads to the license grid, where it is done. */
@org.springframework.stereotype.Component
class ConnectLicensesForm implements TaskForm {

    private final SupplierCards cards;
    private final Licenses licenses;
    private final OnboardingSubjects subjects;

    ConnectLicensesForm(SupplierCards cards, Licenses licenses, OnboardingSubjects subjects) {
        this.cards = cards;
        this.licenses = licenses;
        this.subjects = subjects;
    }

    @Override
    public String elementId() {
        return "Task_ConnectLicenses";
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
    public Component create(UserTask task, Actor actor, Runnable done) {
        return cards.find(new OnboardingId(task.subjectId()), actor)
                .map(card -> form(card, actor))
                .orElseGet(() -> new Div(new Paragraph(text("onboarding.taskOver"))));
    }

    private Div form(SupplierCard card, Actor actor) {
        int count = actor.companyId() == null ? 0 : licenses.count(actor.companyId());
        Div form = new Div(new Paragraph(text("onboarding.connectTask.text", card.supplier())));
        form.addClassName("task-form");
        if (count == 0) {
            form.add(new Paragraph(text("onboarding.connectTask.noLicenses")));
        } else {
            form.add(new Paragraph(text("onboarding.connectTask.count", count)));
        }
        Button open = new Button(text("onboarding.connectTask.open"), click -> UI.getCurrent()
                .navigate(Routes.SERVICES, QueryParameters.of("supplier", card.supplierId().toString())));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        form.add(open);
        return form;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
