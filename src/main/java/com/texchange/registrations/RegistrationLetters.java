package com.texchange.registrations;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.Companies;
import com.texchange.registrations.RegistrationOpened.Outcome;
import com.texchange.tasks.InboxSettings;
import com.texchange.tasks.Tasks;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters of a registration. */
@Component
class RegistrationLetters {

    private final RegistrationRepository repository;
    private final Accounts accounts;
    private final Letters letters;
    private final OperatorProperties operator;
    private final Tasks tasks;
    private final InboxSettings settings;
    private final Companies companies;
    private final WhomToAsk whom;

    RegistrationLetters(RegistrationRepository repository, Accounts accounts, Letters letters,
            OperatorProperties operator, Tasks tasks, InboxSettings settings, Companies companies, WhomToAsk whom) {
        this.repository = repository;
        this.accounts = accounts;
        this.letters = letters;
        this.operator = operator;
        this.tasks = tasks;
        this.settings = settings;
        this.companies = companies;
        this.whom = whom;
    }

    /**
     * Who has a password already gets the sign-in page instead of a link to set one; who is kept out, with the company or alone, neither: the
     * link would be over before it could be used.
     */
    @Transactional
    public void accepted(RegistrationInfo registration, AccountInfo account, String company, Outcome outcome) {
        Accounts.Admission admission = accounts.admission(account.id());
        boolean first = admission.awaitsPassword();
        boolean in = admission.enabled();
        Map<String, Object> model = new HashMap<>(!in ? Map.of() : first ? accounts.passwordLetter(account.id(), next(registration))
                : Map.of("link", operator.link(Routes.LOGIN)));
        model.put("name", account.name());
        model.put("company", company);
        model.put("setPassword", first && in);
        model.put("hasPassword", !first);
        model.put("off", in ? "" : off(account.companyId()));
        model.put("outcome", outcome.name());
        model.put("supplier", registration.kind() == Applicant.SUPPLIER);
        letters.queue(new Letter("registration-accepted/" + registration.id(), "registration-accepted",
                account.email(), account.locale(), new Object[] {company, outcome.hadAccount() || !in ? 1 : 0},
                model, reference(registration)).readBy(account.zone()));
    }

    /** What keeps the person out, in the words of the letter's template. */
    private String off(@Nullable CompanyId company) {
        return company != null && companies.isOff(company) ? "COMPANY" : "PERSON";
    }

    /** Who came by an invitation goes on to it once the password is set. */
    private static @Nullable String next(RegistrationInfo registration) {
        OnboardingId onboarding = registration.onboardingId();
        return onboarding == null ? null : "/" + Routes.of(Routes.SUPPLIERS, onboarding);
    }

    /** To an address that somebody has typed. Nothing else that was typed is in it: the letter may reach a stranger. */
    @Transactional
    public void confirm(EmailAddress email, String token, Locale locale) {
        typed("registration-confirm", email, locale, Map.of("link",
                operator.link(Routes.with(Routes.CONFIRM_REQUEST, "token", token))));
    }

    /** The same where the address has an account. */
    @Transactional
    public void known(AccountInfo account) {
        typed("registration-known", account.email(), account.locale(), Map.of("link", operator.link(Routes.LOGIN),
                "forgot", operator.link(Routes.FORGOT_PASSWORD)));
    }

    /** The same where a request is under way, which its owner has confirmed. */
    @Transactional
    public void waiting(RegistrationInfo earlier, Locale locale) {
        typed("registration-waiting", earlier.email(), locale, Map.of("company", earlier.companyName()));
    }

    private void typed(String template, EmailAddress email, Locale locale, Map<String, Object> model) {
        letters.queue(new Letter(template + "/" + UUID.randomUUID(), template, email, locale, new Object[0], model, null));
    }

    /**
     * Whoever asked that the own company be a supplier or a distributor, too, works there and reads of that role. The company is not named: the
     * supplier who has invited the person reads the letter in the story.
     */
    @Transactional
    public void rejected(RegistrationId id) {
        Registration registration = repository.findById(id).orElseThrow();
        RegistrationInfo info = registration.info();
        CompanyId asked = info.confirmation().askedCompany();
        letters.queue(new Letter("registration-rejected/" + id, "registration-rejected", info.email(),
                registration.locale(), new Object[] {info.companyName()},
                Map.of("name", info.contactName(), "company", info.companyName(),
                        "reason", Objects.requireNonNullElse(info.reason(), ""), "colleague", asked != null,
                        "widening", asked != null && whom.isToWiden(info, asked), "supplier", info.kind() == Applicant.SUPPLIER),
                reference(info)));
    }

    /**
     * Tells the sales department that a request is overdue, if it still is undecided: all but those who have switched
     * such letters off. It stands for the inbox's letter about the overdue task.
     */
    @Transactional
    public void overdue(RegistrationId id) {
        RegistrationInfo info = repository.findById(id).orElseThrow().info();
        if (info.state() != RegistrationInfo.State.REQUESTED) {
            return;
        }
        String task = tasks.findOpen(Registrations.TASK, id.value())
                .map(open -> Routes.of(Routes.TASKS, open.key())).orElse(Routes.ALL_TASKS);
        for (AccountInfo sales : accounts.withRole(Role.SALES)) {
            if (!settings.wantsOverdueLetters(sales.id())) {
                continue;
            }
            letters.queue(new Letter("registration-overdue/" + id + "/" + sales.id(), "registration-overdue",
                    sales.email(), sales.locale(), new Object[] {info.companyName()},
                    Map.of("name", sales.name(), "company", info.companyName(), "taxId", info.taxId().value(),
                            "link", operator.link(task)),
                    // Not the onboarding: its story, which the supplier reads, is not for the operator's addresses.
                    id.value()).readBy(sales.zone()));
        }
    }

    /** What belongs to an onboarding is told in its story. */
    private static UUID reference(RegistrationInfo registration) {
        OnboardingId onboarding = registration.onboardingId();
        return onboarding == null ? registration.id().value() : onboarding.value();
    }
}
