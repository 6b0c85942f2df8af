package com.texchange.mail;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends letters durably: queued in the caller's transaction, sent after it, repeated with backoff, logged. */
@Service
public class Letters {

    private final DeliveryLog log;
    private final LetterRenderer renderer;
    private final LetterSending sending;
    private final List<Greeting> greetings;

    Letters(DeliveryLog log, LetterRenderer renderer, LetterSending sending, MessageSource messages) {
        this.log = log;
        this.renderer = renderer;
        this.sending = sending;
        this.greetings = Languages.ALL.stream().map(language -> new Greeting(messages, language)).toList();
    }

    /**
     * Renders and queues a letter, unless one with its key is known already. A {@code Supplier} in the letter's model is
     * asked only if the letter is really written, so it may make a link that replaces an earlier one.
     *
     * @return whether it was written now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean queue(Letter letter) {
        return queue(letter, renderer.subject(letter));
    }

    /** @param subject instead of the letter's own */
    boolean queue(Letter letter, String subject) {
        UUID id = UUID.randomUUID();
        boolean isNew;
        if (letter.isReady()) {
            isNew = log.queue(id, letter, subject, renderer.text(letter));
        } else {
            // The key is taken first: of two who queue the same letter at once, the second waits here and then renders nothing.
            isNew = log.queue(id, letter, subject, null);
            if (isNew) {
                LetterRenderer.LetterText text = renderer.text(letter);
                log.fill(id, text.html(), text.plain());
            }
        }
        if (isNew) {
            TransactionSynchronizationManager.registerSynchronization(new WakeUp(sending));
        }
        return isNew;
    }

    /** Calls back what waits to be sent to an address; what is on its way to the mail server just then, for a second at most, may still go out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID reference, EmailAddress recipient) {
        log.withdraw(reference, recipient);
    }

    /** The same of what waits of some kinds, whoever it would go to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID reference, Set<String> templates) {
        log.withdraw(reference, templates);
    }

    /**
     * A letter's text as it went out, without the secrets of its links; empty once it is forgotten, for letters that belong to
     * nothing, and for those that were finished before texts were kept. Who may read it is for the caller to decide.
     */
    @Transactional(readOnly = true)
    public Optional<LetterCopy> copyOf(UUID delivery) {
        return log.copyOf(delivery);
    }

    /** The same for those who may not know whom it greets; empty, too, if it greets otherwise than letters do. */
    @Transactional(readOnly = true)
    public Optional<LetterCopy> namelessCopyOf(UUID delivery) {
        return log.copyOf(delivery).flatMap(copy -> greetings.stream().flatMap(greeting -> greeting.takenFrom(copy).stream()).findFirst());
    }

    /** The deliveries that belong to an onboarding or registration, oldest first. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveriesOf(UUID reference) {
        return log.deliveriesOf(reference);
    }

    /** To whom letters that belong to an onboarding or registration were written after a moment. */
    @Transactional(readOnly = true)
    public Set<EmailAddress> writtenTo(UUID reference, Instant since) {
        return log.writtenTo(reference, since);
    }

    /** Other instances look by themselves, within a second. */
    private record WakeUp(LetterSending sending) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            sending.wake();
        }
    }
}
