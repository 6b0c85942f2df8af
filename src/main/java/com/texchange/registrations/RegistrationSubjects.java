package com.texchange.registrations;

import com.texchange.common.RegistrationId;
import com.texchange.tasks.TaskSubject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sales department's task is about. For the task's form; access is the inbox's matter. */
@Component
@Transactional(readOnly = true)
public class RegistrationSubjects {

    private final RegistrationRepository repository;
    private final InvitationCodes codes;

    RegistrationSubjects(RegistrationRepository repository, InvitationCodes codes) {
        this.repository = repository;
        this.codes = codes;
    }

    /** Company, tax id and, for who was invited, supplier and code there; found by the contact's name and address too. */
    public TaskSubject of(RegistrationId id) {
        RegistrationInfo registration = repository.findById(id).orElseThrow().info();
        Optional<String> invited = Optional.ofNullable(registration.onboardingId())
                .map(onboarding -> codes.supplierOf(onboarding) + " · " + codes.of(onboarding).value());
        String line = String.join(" · ", Stream.concat(
                Stream.of(registration.companyName(), registration.taxId().value()), invited.stream()).toList());
        return new TaskSubject(line, List.of(registration.contactName(), registration.email().value()));
    }

    /** For the people of a company: who wants to be one of them. */
    public TaskSubject ofColleague(RegistrationId id) {
        RegistrationInfo registration = repository.findById(id).orElseThrow().info();
        return new TaskSubject(registration.contactName() + " · " + registration.email(),
                List.of(registration.companyName(), registration.taxId().value()));
    }
}
