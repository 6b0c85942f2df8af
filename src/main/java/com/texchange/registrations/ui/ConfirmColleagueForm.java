package com.texchange.registrations.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.ui.FreshDialog;
import com.texchange.common.Actor;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.registrations.Confirmations;
import com.texchange.registrations.Confirmations.KnownCompany;
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
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Somebody wants to be one of a company's people: they say yes or no; the sales department says what it has checked. */
@org.springframework.stereotype.Component
class ConfirmColleagueForm implements TaskForm {

    private final Confirmations confirmations;
    private final Registrations registrations;
    private final RegistrationSubjects subjects;
    private final Companies companies;
    private final FreshSignIn fresh;

    ConfirmColleagueForm(Confirmations confirmations, Registrations registrations, RegistrationSubjects subjects,
            Companies companies, FreshSignIn fresh) {
        this.confirmations = confirmations;
        this.registrations = registrations;
        this.subjects = subjects;
        this.companies = companies;
        this.fresh = fresh;
    }

    @Override
    public String elementId() {
        return Confirmations.TASK;
    }

    @Override
    public String subjectVariable() {
        return "registrationId";
    }

    @Override
    public TaskSubject subject(UUID subjectId) {
        return subjects.ofColleague(new RegistrationId(subjectId));
    }

    @Override
    public List<String> result(UserTask task, Actor actor) {
        RegistrationInfo registration = registration(task);
        String key = registration.state() == RegistrationInfo.State.REJECTED ? "registrations.colleague.refused"
                : "registrations.colleague.confirmed";
        return List.of(text(key, registration.contactName(), registration.email().value()));
    }

    @Override
    public Component create(UserTask task, Actor actor, Runnable done) {
        RegistrationInfo registration = registration(task);
        boolean sales = actor.has(Role.SALES);
        Optional<KnownCompany> known = confirmations.needed(registration);
        String ofCompany = known.filter(KnownCompany::widens).map(company -> "registrations.colleague.widens." + registration.kind())
                .orElse("registrations.colleague.text");
        CompanyInfo asked = companies.get(Objects.requireNonNull(registration.confirmation().askedCompany()));
        Div form = new Div(new Paragraph(text(sales ? "registrations.colleague.textToSales" : ofCompany, asked.name())), facts(registration));
        form.addClassName("task-form");
        if (sales) {
            known.map(KnownCompanyPanel::new).ifPresent(form::add);
        }
        // The sales department checks the company that it is shown: the applicant may have come to belong to another than was asked.
        CompanyInfo shown = known.map(KnownCompany::company).orElse(asked);
        HorizontalLayout buttons = new HorizontalLayout(confirm(registration, shown, actor, done), refuse(registration, actor, done));
        buttons.setWrap(true);
        form.add(buttons);
        return form;
    }

    private static Component facts(RegistrationInfo registration) {
        return new DescriptionList()
                .add(text("registrations.contactName"), registration.contactName())
                .add(text("registrations.email"), registration.email().value())
                .add(text("registrations.contactPhone"), registration.contactPhone())
                .add(text("registrations.city"), registration.city())
                .add(text("registrations.form.requestedAt"), DateTimes.dateTime(registration.requestedAt()));
    }

    private Button confirm(RegistrationInfo registration, CompanyInfo shown, Actor actor, Runnable done) {
        boolean sales = actor.has(Role.SALES);
        Button confirm = new Button(text(sales ? "registrations.check.action" : "registrations.colleague.confirm"), click -> {
            if (sales) {
                KnownCompanyPanel.checked(registration, shown, fresh, actor, checked -> {
                    confirmations.confirmChecked(registration.id(), shown.id(), checked, actor);
                    done.run();
                });
            } else {
                FreshDialog.then(fresh, actor, () -> {
                    confirmations.confirm(registration.id(), actor);
                    done.run();
                });
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return confirm;
    }

    private Button refuse(RegistrationInfo registration, Actor actor, Runnable done) {
        Button refuse = new Button(text("registrations.colleague.refuse"), click -> new ReasonDialog(
                text("registrations.colleague.refuseTitle"),
                text("registrations.form.rejectText", registration.email().value()),
                text("registrations.colleague.refuse"), reason -> {
                    confirmations.refuse(registration.id(), reason, actor);
                    done.run();
                }).open());
        refuse.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return refuse;
    }

    private RegistrationInfo registration(UserTask task) {
        return registrations.get(new RegistrationId(task.subjectId()));
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
