package com.texchange.mail;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All letters that the product writes, as samples, for the operator's people. */
@Service
public class LetterPreviews {

    private final List<LetterSamples> samples;
    private final LetterRenderer renderer;
    private final Letters letters;
    private final MessageSource messages;

    LetterPreviews(ObjectProvider<LetterSamples> samples, LetterRenderer renderer, Letters letters,
            MessageSource messages) {
        this.samples = samples.orderedStream().toList();
        this.renderer = renderer;
        this.letters = letters;
        this.messages = messages;
    }

    /**
     * Templates and subjects only, in the order of the modules.
     *
     * @throws AccessDeniedException if the person is not the operator's
     */
    public List<Entry> list(Locale locale, Actor actor) {
        requireOperator(actor);
        return all(locale).stream().map(letter -> new Entry(letter.template(), renderer.subject(letter))).toList();
    }

    /**
     * The letter of a template in a language; empty if there is no such template.
     *
     * @throws AccessDeniedException if the person is not the operator's
     */
    public Optional<LetterPreview> find(String template, Locale locale, Actor actor) {
        requireOperator(actor);
        return sample(template, locale).map(this::preview);
    }

    /**
     * Sends a sample to the person's own address, with a subject that says what it is.
     *
     * @throws AccessDeniedException if the person is not the operator's
     */
    @Transactional
    public void sendToSelf(String template, Locale locale, Actor actor) {
        requireOperator(actor);
        Letter sample = sample(template, locale).orElseThrow();
        Letter letter = new Letter(sample.key() + "/" + UUID.randomUUID(), template, actor.email(), locale,
                sample.subjectArguments(), sample.model(), null);
        letters.queue(letter, messages.getMessage("letters.sampleSubject",
                new Object[] {renderer.subject(letter)}, locale));
    }

    private LetterPreview preview(Letter letter) {
        LetterRenderer.LetterText text = renderer.text(letter);
        return new LetterPreview(renderer.subject(letter), renderer.preheader(letter), text.html(),
                text.plain());
    }

    private Optional<Letter> sample(String template, Locale locale) {
        return all(locale).stream().filter(letter -> letter.template().equals(template)).findFirst();
    }

    private List<Letter> all(Locale locale) {
        return samples.stream().flatMap(module -> module.in(locale).stream()).toList();
    }

    private static void requireOperator(Actor actor) {
        if (!actor.has(Role.SALES) && !actor.has(Role.PROCESS_MANAGER)) {
            throw new AccessDeniedException("letters are the operator's");
        }
    }

    /** A letter to choose. */
    public record Entry(String template, String subject) {
    }
}
