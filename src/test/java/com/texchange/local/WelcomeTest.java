package com.texchange.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.demo.DemoPerson;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The quick start names all who can sign in to it. */
class WelcomeTest {

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void itNamesEverybodyTheirPasswordAndWhereToGo(String language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/demo");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        Locale locale = Locale.of(language);

        String text = Welcome.text(messages, "http://localhost:1", locale);

        for (DemoPerson person : DemoPerson.values()) {
            assertThat(text).contains(person.email().value() + "  ", "  " + messages.getMessage(person.titleKey(), null, locale));
        }
        assertThat(text).contains("http://localhost:1/demo/mailbox", DemoPerson.PASSWORD);
    }
}
