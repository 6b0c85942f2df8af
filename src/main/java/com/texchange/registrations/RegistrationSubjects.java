package com.texchange.registrations;

import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.tasks.TaskSubject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sales department's task is about. For the task's form; access is the inbox's matter. */
@Component
@Transactional(readOnly = true)
public class RegistrationSubjects {

    private final RegistrationRepository repository;
    private final JdbcClient jdbc;

    RegistrationSubjects(RegistrationRepository repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Company, tax id and, for who was invited, the distributor code; found by the contact's name and address too. */
    public TaskSubject of(RegistrationId id) {
        RegistrationInfo registration = repository.findById(id).orElseThrow().info();
        Optional<String> code = code(registration.onboardingId());
        String line = String.join(" · ", Stream.concat(
                Stream.of(registration.companyName(), registration.taxId().value()), code.stream()).toList());
        return new TaskSubject(line, List.of(registration.contactName(), registration.email().value()));
    }

    /** From the onboarding's table: its module stands above this one. */
    private Optional<String> code(@Nullable OnboardingId onboarding) {
        return onboarding == null ? Optional.empty() : jdbc.sql("""
                select p.code from onboarding o join partnership p on p.id = o.partnership_id where o.id = :id
                """)
                .param("id", onboarding.value())
                .query(String.class).optional();
    }
}
