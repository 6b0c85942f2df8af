package com.texchange.onboarding;

import com.texchange.common.CompanyId;
import com.texchange.common.RegistrationId;
import com.texchange.connections.ConnectionProperties;
import com.texchange.partners.OpenNames;
import com.texchange.partners.PartnershipInfo;
import com.texchange.process.ProcessMessage;
import com.texchange.process.ProcessVariables;
import com.texchange.registrations.RegistrationProperties;
import com.texchange.registrations.Registrations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the process of an onboarding is told, at first and whenever it has to be begun anew. */
@Component
class OnboardingMessages {

    /** A person has taken the invitation up. */
    static final String FOLLOWED = "invitation-followed";
    /** The supplier has withdrawn it. */
    static final String REVOKED = "invitation-revoked";

    private final OnboardingProperties properties;
    private final RegistrationProperties registrationProperties;
    private final ConnectionProperties connectionProperties;
    private final OpenNames names;
    private final Registrations registrations;
    private final Clock clock;

    OnboardingMessages(OnboardingProperties properties, RegistrationProperties registrationProperties,
            ConnectionProperties connectionProperties, OpenNames names, Registrations registrations, Clock clock) {
        this.properties = properties;
        this.registrationProperties = registrationProperties;
        this.connectionProperties = connectionProperties;
        this.names = names;
        this.registrations = registrations;
        this.clock = clock;
    }

    ProcessMessage start(Onboarding onboarding, PartnershipInfo place) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("onboardingId", onboarding.id().toString());
        variables.put(ProcessVariables.DISTRIBUTOR_CODE, place.code().value());
        variables.put(ProcessVariables.SUPPLIER_NAME, names.of(onboarding.supplierId()));
        variables.put(ProcessVariables.DISTRIBUTOR_NAME, null);
        variables.put("supplierId", onboarding.supplierId().toString());
        variables.put("expiresAt", onboarding.expiresAt().toString());
        // Of a process that is begun anew: those that were due before have been sent.
        variables.put("reminderCycle", properties.reminderCycle(since(onboarding.invitedAt())));
        variables.put("connectReminderCycle", properties.reminderCycle(
                onboarding.stage() == Stage.CONNECTING ? since(onboarding.stageSince()) : Duration.ZERO));
        variables.put("registrationDue", registrationProperties.due().toString());
        variables.put("connectDue", connectionProperties.connectDue().toString());
        String id = onboarding.id().toString();
        return new ProcessMessage("distributor-invited", id, id, variables);
    }

    /** @param registration of a newcomer; null for a company with an account */
    ProcessMessage followed(Onboarding onboarding, @Nullable RegistrationId registration) {
        CompanyId distributor = onboarding.distributorId();
        Map<String, Object> variables = new HashMap<>();
        variables.put("accountKnown", registration == null);
        variables.put("distributorCompanyId", distributor == null ? null : distributor.toString());
        variables.put("registrationId", registration == null ? null : registration.toString());
        variables.put("registrationDueAt", registration == null ? null : registrations.dueAt().toString());
        variables.put(ProcessVariables.DISTRIBUTOR_NAME, registration == null ? names.of(distributor)
                : registrations.get(registration).openName());
        String id = onboarding.id().toString();
        return new ProcessMessage(FOLLOWED, id, id + "/followed", variables);
    }

    /**
     * The same news once more, for a process that is begun anew. Under its first id the engine would refuse it, or keep
     * the first one without giving it to another instance: a message reaches one instance of a process and no second.
     */
    static ProcessMessage again(ProcessMessage message) {
        return new ProcessMessage(message.name(), message.correlationKey(),
                message.messageId() + "/" + UUID.randomUUID(), message.variables());
    }

    ProcessMessage revoked(Onboarding onboarding) {
        String id = onboarding.id().toString();
        return new ProcessMessage(REVOKED, id, id + "/revoked", Map.of());
    }

    private Duration since(Instant then) {
        return Duration.between(then, clock.instant());
    }
}
