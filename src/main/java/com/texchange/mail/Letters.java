package com.texchange.mail;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends letters durably: queued in the caller's transaction, sent after it, repeated with backoff, logged. */
@Service
public class Letters {

    /** Renders and queues a letter, unless one with its key is known already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Letter letter) {
        throw new UnsupportedOperationException();
    }

    /** The deliveries that belong to an onboarding or registration, oldest first. */
    public List<Delivery> deliveriesOf(UUID reference) {
        throw new UnsupportedOperationException();
    }
}
