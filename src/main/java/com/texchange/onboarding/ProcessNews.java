package com.texchange.onboarding;

import com.texchange.common.RegistrationId;
import com.texchange.partners.PartnershipInfo;
import com.texchange.process.EngineCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the process of an onboarding what people have done, in the transaction in which they did it. */
@Component
class ProcessNews {

    private final EngineCommands engine;
    private final OnboardingMessages messages;

    ProcessNews(EngineCommands engine, OnboardingMessages messages) {
        this.engine = engine;
        this.messages = messages;
    }

    void begun(Onboarding onboarding, PartnershipInfo place) {
        engine.publish(messages.start(onboarding, place));
    }

    /** @param registration of a newcomer; null for a company with an account */
    void followed(Onboarding onboarding, @Nullable RegistrationId registration) {
        engine.publish(messages.followed(onboarding, registration));
    }

    /** Ended before the distributor has decided. */
    void ended(Onboarding onboarding) {
        engine.publish(messages.revoked(onboarding));
    }
}
