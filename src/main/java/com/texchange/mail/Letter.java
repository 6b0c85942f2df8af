package com.texchange.mail;

import com.texchange.common.EmailAddress;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be sent.
 *
 * @param key       names the occasion, e.g. {@code connected/<onboarding>/supplier}; a second letter with the same key is
 *                  not sent, so a repeated step writes once
 * @param template  {@code templates/mail/<template>.html} and {@code .txt}; its subject is the message
 *                  {@code mail.<template>.subject}
 * @param subjectArguments for the subject's message
 * @param model     variables of the templates
 * @param reference the onboarding or registration that the letter belongs to
 */
public record Letter(String key, String template, EmailAddress to, Locale locale, Object[] subjectArguments,
        Map<String, Object> model, @Nullable UUID reference) {
}
