package com.texchange.registrations.ui;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.partners.Companies;
import com.texchange.registrations.RegistrationInfo;
import com.texchange.registrations.RegistrationSubjects;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.TaskForm;
import com.texchange.tasks.TaskSubject;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import java.util.List;
import java.util.UUID;

/** The sales department looks at a newcomer and registers or rejects it. */
@org.springframework.stereotype.Component
class RegisterDistributorForm implements TaskForm {

    private final Registrations registrations;
    private final RegistrationSubjects subjects;
    private final Companies companies;

    RegisterDistributorForm(Registrations registrations, RegistrationSubjects subjects, Companies companies) {
        this.registrations = registrations;
        this.subjects = subjects;
        this.companies = companies;
    }

    @Override
    public String elementId() {
        return "Task_RegisterDistributor";
    }

    @Override
    public String subjectVariable() {
        return "registrationId";
    }

    @Override
    public TaskSubject subject(UUID subjectId) {
        return subjects.of(new RegistrationId(subjectId));
    }

    @Override
    public Component create(UserTask task, Actor actor, Runnable done) {
        RegistrationInfo registration = registrations.get(new RegistrationId(task.subjectId()));
        Div form = new Div(facts(registration));
        form.addClassName("task-form");
        companies.find(registration.taxId()).ifPresent(known ->
                form.add(warning(text("registrations.form.knownCompany", known.name()))));
        OnboardingId onboarding = registration.onboardingId();
        if (onboarding != null) {
            form.add(new Anchor(Routes.of(Routes.STORY, onboarding), text("registrations.form.story")));
        }
        form.add(buttons(registration, actor, done));
        return form;
    }

    @Override
    public List<String> result(UserTask task, Actor actor) {
        RegistrationInfo registration = registrations.get(new RegistrationId(task.subjectId()));
        String key = registration.state() == RegistrationInfo.State.REJECTED ? "registrations.form.rejected"
                : "registrations.form.approved";
        return List.of(text(key, registration.companyName()),
                text("registrations.form.result", registration.taxId().value(), registration.email().value()));
    }

    private static Component facts(RegistrationInfo registration) {
        return new DescriptionList()
                .add(text("registrations.companyName"), registration.companyName())
                .add(text("registrations.taxId"), registration.taxId().value())
                .add(text("registrations.city"), registration.city())
                .add(text("registrations.contactName"), registration.contactName())
                .add(text("registrations.contactPhone"), registration.contactPhone())
                .add(text("registrations.email"), registration.email().value())
                .add(text("registrations.form.requestedAt"), DateTimes.dateTime(registration.requestedAt()))
                .add(text("registrations.form.origin"), text(registration.onboardingId() == null
                        ? "registrations.form.byItself" : "registrations.form.byInvitation"));
    }

    private static Component warning(String text) {
        Paragraph warning = new Paragraph(text);
        warning.addClassName("warning");
        return warning;
    }

    private Component buttons(RegistrationInfo registration, Actor actor, Runnable done) {
        Button approve = new Button(text("registrations.form.approve"), click -> {
            registrations.approve(registration.id(), actor);
            done.run();
        });
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button reject = new Button(text("registrations.form.reject"), click -> new ReasonDialog(
                text("registrations.form.rejectTitle"),
                text("registrations.form.rejectText", registration.email().value()),
                text("registrations.form.reject"), reason -> {
                    registrations.reject(registration.id(), reason, actor);
                    done.run();
                }).open());
        reject.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        HorizontalLayout buttons = new HorizontalLayout(approve, reject);
        buttons.setWrap(true);
        return buttons;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
