package com.texchange.mail;

import com.texchange.common.EmailAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be sent.
 *
 * @param key       names the occasion, e.g. {@code connected/<onboarding>/supplier}; a second letter with the same key is
 *                  not sent, so a repeated step writes once
 * @param template  {@code templates/mail/<template>.html} and {@code .txt}; its subject is the message
 *                  {@code mail.<template>.subject}
 * @param subjectArguments for the subject's message
 * @param model     variables of the templates. An {@link Instant} is written by the reader's clock with the zone's name; a
 *                  text is somebody's words, in which mail programs find no links ({@link FreeText}), unless it is an
 *                  address of this application; what a {@link Supplier} gives is treated likewise
 * @param reference the onboarding or registration that the letter belongs to
 * @param zone      the reader's clock; null for the operator's
 * @param contact   for whom the letter speaks, who is named in it and gets the answers; null for the operator
 */
public record Letter(String key, String template, EmailAddress to, Locale locale, Object[] subjectArguments,
        Map<String, Object> model, @Nullable UUID reference, @Nullable ZoneId zone, @Nullable Contact contact) {

    /** A letter of the operator to somebody who goes by the operator's clock. */
    public Letter(String key, String template, EmailAddress to, Locale locale, Object[] subjectArguments,
            Map<String, Object> model, @Nullable UUID reference) {
        this(key, template, to, locale, subjectArguments, model, reference, null, null);
    }

    /** Whether nothing in it is to be asked for only when the letter is really written. */
    boolean isReady() {
        return model.values().stream().noneMatch(Supplier.class::isInstance);
    }

    /** The same with other arguments for the subject's message. */
    public Letter withSubject(Object[] arguments) {
        return new Letter(key, template, to, locale, arguments, model, reference, zone, contact);
    }

    /** The same for a reader with a clock. */
    public Letter readBy(ZoneId clock) {
        return new Letter(key, template, to, locale, subjectArguments, model, reference, clock, contact);
    }

    /** The same on somebody's behalf. */
    public Letter onBehalfOf(Contact whom) {
        return new Letter(key, template, to, locale, subjectArguments, model, reference, zone, whom);
    }
}
