package com.texchange.onboarding;

import com.texchange.common.RegistrationId;
import com.texchange.partners.PartnershipInfo;
import com.texchange.process.EngineCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells an onboarding's process what people have done: durably, in the transaction that does it. */
@Component
class ProcessNews {

    private final EngineCommands engine;
    private final OnboardingMessages messages;

    ProcessNews(EngineCommands engine, OnboardingMessages messages) {
        this.engine = engine;
        this.messages = messages;
    }

    /** Starts the process. */
    void begun(Onboarding onboarding, PartnershipInfo place) {
        engine.publish(messages.start(onboarding, place));
    }

    /** @param registration of a newcomer; null for a company with an account */
    void followed(Onboarding onboarding, @Nullable RegistrationId registration) {
        engine.publish(messages.followed(onboarding, registration));
    }

    void revoked(Onboarding onboarding) {
        engine.publish(messages.revoked(onboarding));
    }
}
