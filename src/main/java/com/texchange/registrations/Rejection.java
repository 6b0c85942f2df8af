package com.texchange.registrations;

import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.registrations.RegistrationInfo.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The process' step for a request that was turned down: the letter about it. */
@Component
class Rejection {

    private final RegistrationRepository repository;
    private final RegistrationLetters letters;
    private final DecisionsElsewhere elsewhere;

    Rejection(RegistrationRepository repository, RegistrationLetters letters, DecisionsElsewhere elsewhere) {
        this.repository = repository;
        this.letters = letters;
        this.elsewhere = elsewhere;
    }

    /**
     * The state was set with the sales department's click; or now, if its task was done past the application, as in
     * Tasklist. Repeating it changes nothing.
     *
     * @throws RefusedException if the request was approved; needs a person
     */
    @Transactional
    public void tell(RegistrationId id) {
        Registration registration = repository.findLockedById(id).orElseThrow();
        if (registration.state() == State.CLOSED) {
            // The invitation has ended, and its end is what the newcomer is told; or nobody is left to be told.
            return;
        }
        if (registration.state() != State.REJECTED) {
            elsewhere.follow(registration, false);
            repository.save(registration);
        }
        letters.rejected(id);
    }
}
