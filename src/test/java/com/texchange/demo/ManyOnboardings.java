package com.texchange.demo;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.Languages;
import com.texchange.connections.ConnectionProperties;
import com.texchange.onboarding.OnboardingProperties;
import com.texchange.registrations.RegistrationProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two years of invented business around the demo companies: onboardings at every stage with their stories, letters,
 * tasks, licenses and connections. It is the same at every load but for the dates, which count back from the load. All of
 * it is written by set-based statements ({@code demo/onboardings/*.sql}) in one transaction.
 */
class ManyOnboardings {

    /** A supplier has a hundred thousand codes. */
    static final int MOST = 100_000;
    private static final Logger LOG = LoggerFactory.getLogger(ManyOnboardings.class);
    private static final List<String> STEPS = List.of("01-plan", "02-companies", "03-people", "04-places", "05-licenses",
            "06-onboardings", "07-letters", "08-stories", "09-done-tasks");
    private static final List<String> LETTERS = List.of("invitation", "invitation-reminder", "accept-reminder",
            "connect-reminder", "registration-accepted", "registration-rejected", "declined", "expired", "rejected",
            "revoked", "revoked-confirmation", "connected");
    private static final String BOUNCE = "550 5.1.1 Recipient address rejected: user unknown";
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final Accounts accounts;
    private final OnboardingProperties onboarding;
    private final ConnectionProperties connection;
    private final RegistrationProperties registration;
    private final Clock clock;

    ManyOnboardings(JdbcClient jdbc, TransactionTemplate transaction, MessageSource messages, Accounts accounts,
            OnboardingProperties onboarding, ConnectionProperties connection, RegistrationProperties registration,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.messages = messages;
        this.accounts = accounts;
        this.onboarding = onboarding;
        this.connection = connection;
        this.registration = registration;
        this.clock = clock;
    }

    /**
     * Loads them, unless some have been loaded before. The demo companies and people must be there.
     *
     * @return whether they were loaded now
     * @throws IllegalArgumentException if the number is none from 1 to {@value #MOST}
     */
    boolean load(int onboardings) {
        if (onboardings < 1 || onboardings > MOST) {
            throw new IllegalArgumentException("demo.onboardings must be from 1 to %d".formatted(MOST));
        }
        boolean loaded = Boolean.TRUE.equals(transaction.execute(status -> !isLoaded() && loadAll(onboardings)));
        if (loaded) {
            // What the planner knows of the tables is from when they were empty.
            jdbc.sql("analyze").update();
        } else {
            LOG.info("The onboardings of an earlier start are kept as they are; --demo.reset removes them");
        }
        return loaded;
    }

    private boolean isLoaded() {
        return jdbc.sql("select exists (select from onboarding where id = md5('demo onboarding 1')::uuid)")
                .query(Boolean.class).single();
    }

    private boolean loadAll(int onboardings) {
        LOG.info("Loading {} onboardings", onboardings);
        Map<String, @Nullable Object> parameters = parameters(onboardings);
        for (String step : STEPS) {
            long start = System.nanoTime();
            int rows = statements(step).mapToInt(statement -> jdbc.sql(statement).params(parameters).update()).sum();
            LOG.info("  {} of {}: {} rows in {} ms", step, STEPS.size(), rows,
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        return true;
    }

    private static Stream<String> statements(String step) {
        try {
            String script = new ClassPathResource("demo/onboardings/" + step + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8);
            return Stream.of(script.split(";\\s*\\R|;\\s*$")).filter(statement -> !statement.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, @Nullable Object> parameters(int onboardings) {
        Map<String, @Nullable Object> parameters = new HashMap<>(subjects());
        AccountInfo supplier = account(DemoPerson.SUPPLIER);
        AccountInfo distributor = account(DemoPerson.DISTRIBUTOR);
        parameters.put("onboardings", onboardings);
        parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        parameters.put("supplier", Objects.requireNonNull(supplier.companyId()).value());
        parameters.put("supplierAccount", supplier.id().value());
        parameters.put("distributor", Objects.requireNonNull(distributor.companyId()).value());
        parameters.put("distributorAccount", distributor.id().value());
        parameters.put("sales", account(DemoPerson.SALES).id().value());
        parameters.put("validity", onboarding.invitationValid().toString());
        parameters.put("reminderEvery", onboarding.reminderEvery().toString());
        parameters.put("reminders", onboarding.reminders());
        parameters.put("connectDue", connection.connectDue().toString());
        parameters.put("registrationDue", registration.due().toString());
        parameters.put("bounce", BOUNCE);
        return parameters;
    }

    private AccountInfo account(DemoPerson person) {
        return accounts.find(person.email()).orElseThrow();
    }

    /** Every letter's subject in every language, as PostgreSQL's {@code format} takes it. */
    private Map<String, @Nullable Object> subjects() {
        List<String> templates = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        for (String template : LETTERS) {
            for (Locale language : Languages.ALL) {
                templates.add(template);
                languages.add(language.getLanguage());
                // Every newcomer's account was opened: 0 of this letter's choice of subjects.
                Object second = template.equals("registration-accepted") ? 0 : "%2$s";
                subjects.add(messages.getMessage("mail." + template + ".subject", new Object[] {"%1$s", second}, language));
            }
        }
        return Map.of("templates", templates.toArray(String[]::new), "languages", languages.toArray(String[]::new),
                "subjects", subjects.toArray(String[]::new));
    }
}
