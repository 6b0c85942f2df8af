package com.texchange.onboarding;

import com.texchange.common.RegistrationId;
import com.texchange.partners.PartnershipInfo;
import com.texchange.process.EngineCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the process of an onboarding what people have done, in the transaction in which they did it; what they have made pointless is not sent. */
@Component
class ProcessNews {

    private final EngineCommands engine;
    private final OnboardingMessages messages;
    private final OnboardingLetters letters;

    ProcessNews(EngineCommands engine, OnboardingMessages messages, OnboardingLetters letters) {
        this.engine = engine;
        this.messages = messages;
        this.letters = letters;
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
        letters.callBack(onboarding);
        engine.publish(messages.revoked(onboarding));
    }
}
