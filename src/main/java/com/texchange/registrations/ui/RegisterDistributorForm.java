package com.texchange.registrations.ui;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.FreshSignIn;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.registrations.Confirmations;
import com.texchange.registrations.Confirmations.KnownCompany;
import com.texchange.registrations.DuplicateRequests;
import com.texchange.registrations.DuplicateRequests.Duplicate;
import com.texchange.registrations.InvitationCodes;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sales department looks at a newcomer and registers or rejects it. */
@org.springframework.stereotype.Component
class RegisterDistributorForm implements TaskForm {

    private final Registrations registrations;
    private final RegistrationSubjects subjects;
    private final DuplicateRequests duplicates;
    private final Companies companies;
    private final Accounts accounts;
    private final InvitationCodes codes;
    private final Confirmations confirmations;
    private final FreshSignIn fresh;

    RegisterDistributorForm(Registrations registrations, RegistrationSubjects subjects, DuplicateRequests duplicates,
            Companies companies, Accounts accounts, InvitationCodes codes, Confirmations confirmations, FreshSignIn fresh) {
        this.registrations = registrations;
        this.subjects = subjects;
        this.duplicates = duplicates;
        this.companies = companies;
        this.accounts = accounts;
        this.codes = codes;
        this.confirmations = confirmations;
        this.fresh = fresh;
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
        warnings(registration).forEach(form::add);
        OnboardingId onboarding = registration.onboardingId();
        if (onboarding != null) {
            form.add(new Anchor(Routes.of(Routes.STORY, onboarding), text("registrations.form.story")));
        }
        Optional<KnownCompany> known = confirmations.needed(registration);
        known.map(KnownCompanyPanel::new).ifPresent(form::add);
        form.add(buttons(registration, known, actor, done));
        return form;
    }

    @Override
    public List<String> result(UserTask task, Actor actor) {
        RegistrationInfo registration = registrations.get(new RegistrationId(task.subjectId()));
        boolean rejected = registration.state() == RegistrationInfo.State.REJECTED;
        CompanyId confirmed = registration.confirmation().company();
        if (!rejected && confirmed != null) {
            return List.of(text("registrations.form.confirmed", registration.contactName(), companies.get(confirmed).name(),
                    registration.email().value()));
        }
        return asked(registration)
                .map(company -> List.of(text("registrations.form.asked", company.name(), registration.email().value())))
                .orElseGet(() -> List.of(text(rejected ? "registrations.form.rejected" : "registrations.form.approved", registration.companyName()),
                        text("registrations.form.result", registration.taxId().value(), registration.email().value())));
    }

    /** Whose answer an approved request waits for; a moment after the approval the process has not asked yet. */
    private Optional<CompanyInfo> asked(RegistrationInfo registration) {
        return registration.state() == RegistrationInfo.State.APPROVED
                ? Optional.ofNullable(registration.confirmation().askedCompany()).map(companies::get)
                        .or(() -> confirmations.needed(registration).map(KnownCompany::company))
                : Optional.empty();
    }

    private String origin(@Nullable OnboardingId onboarding) {
        return onboarding == null ? text("registrations.form.byItself")
                : text("registrations.form.byInvitation", codes.supplierOf(onboarding), codes.of(onboarding).value());
    }

    private Component facts(RegistrationInfo registration) {
        return new DescriptionList()
                .add(text("registrations.role"), text("registrations.kind." + registration.kind()))
                .add(text("registrations.companyName"), registration.companyName())
                .add(text("registrations.taxId"), registration.taxId().value())
                .add(text("registrations.city"), registration.city())
                .add(text("registrations.contactName"), registration.contactName())
                .add(text("registrations.contactPhone"), registration.contactPhone())
                .add(text("registrations.email"), registration.email().value())
                .add(text("registrations.form.requestedAt"), DateTimes.dateTime(registration.requestedAt()))
                .add(text("registrations.form.origin"), origin(registration.onboardingId()));
    }

    /** What makes it more than a new person of a new company. */
    private List<Component> warnings(RegistrationInfo registration) {
        List<Component> warnings = new ArrayList<>();
        Optional<AccountInfo> account = accounts.find(registration.email()).filter(known -> known.companyId() != null);
        account.ifPresent(known -> warnings.add(warning(text("registrations.form.account." + registration.kind(), known.name(),
                companies.get(Objects.requireNonNull(known.companyId())).name()))));
        duplicates.of(registration).stream().map(other -> warning(other(registration, other))).forEach(warnings::add);
        codes.live(registration.email(), registration.taxId()).stream()
                .filter(live -> !live.onboarding().equals(registration.onboardingId()))
                .map(live -> warning(text("registrations.form.invited", live.supplier(), live.code().value(), live.email())))
                .forEach(warnings::add);
        return warnings;
    }

    private static String other(RegistrationInfo registration, Duplicate other) {
        String day = DateTimes.date(other.requestedAt());
        String state = text("registrations.state." + other.state());
        return other.email().equals(registration.email())
                ? text("registrations.form.sameAddress", other.companyName(), other.taxId(), day, state)
                : text("registrations.form.sameTaxId", other.companyName(), other.email(), day, state);
    }

    private static Component warning(String text) {
        Paragraph warning = new Paragraph(new UnbrokenText(text));
        warning.addClassName("warning");
        return warning;
    }

    private Component buttons(RegistrationInfo registration, Optional<KnownCompany> known, Actor actor, Runnable done) {
        HorizontalLayout buttons = new HorizontalLayout();
        boolean answers = known.isEmpty() || registration.confirmation().possible() && !known.get().people().isEmpty();
        if (answers) {
            Button approve = new Button(text(known.isEmpty() ? "registrations.form.approve" : "registrations.form.ask"), click -> {
                registrations.approve(registration.id(), actor);
                done.run();
            });
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(approve);
        }
        known.map(KnownCompany::company).ifPresent(company -> buttons.add(new Button(text("registrations.check.action"),
                click -> KnownCompanyPanel.checked(registration, company, fresh, actor, checked -> {
                    confirmations.approveChecked(registration.id(), company.id(), checked, actor);
                    done.run();
                }))));
        buttons.add(reject(registration, actor, done));
        buttons.setWrap(true);
        return buttons;
    }

    private Button reject(RegistrationInfo registration, Actor actor, Runnable done) {
        Button reject = new Button(text("registrations.form.reject"), click -> new ReasonDialog(
                text("registrations.form.rejectTitle"),
                text("registrations.form.rejectText", registration.email().value()),
                text("registrations.form.reject"), reason -> {
                    registrations.reject(registration.id(), reason, actor);
                    done.run();
                }).open());
        reject.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return reject;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
