package com.texchange.common;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Vaadin's translations out of the same message bundles that letters and refusals use. */
@Component
class MessageSourceI18NProvider implements I18NProvider {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSourceI18NProvider.class);
    private final transient MessageSource messages;

    MessageSourceI18NProvider(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public Locale getDefaultLocale() {
        return Languages.ENGLISH;
    }

    /** A key that no bundle has must not break a page, but everybody shall see it. */
    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        try {
            return FullStops.single(messages.getMessage(key, FullStops.marked(params), locale));
        } catch (NoSuchMessageException e) {
            LOG.warn("No message {} for language {}", key, locale);
            return "!{" + key + "}!";
        }
    }
}
