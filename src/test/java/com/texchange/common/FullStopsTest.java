package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

class FullStopsTest {

    private static final String DATE = "26 февр. 2027 г.";

    /** Whatever is put in where: also a date before a full stop. */
    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void noMessageHasTwoFullStopsBehindADate(String language) {
        Locale locale = Locale.of(language);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        MessageSourceI18NProvider pages = new MessageSourceI18NProvider(messages);

        assertThat(Arrays.stream(bundles()).map(bundle -> ResourceBundle.getBundle(bundle, locale))
                .flatMap(bundle -> bundle.keySet().stream()
                        .map(key -> key + "=" + pages.getTranslation(key, locale, arguments(bundle.getString(key))))))
                .hasSizeGreaterThan(1000)
                .noneMatch(text -> text.contains("г..") || text.contains("\uE0F1"));
    }

    @Test
    void whatIsNoEndOfASentenceStays() {
        assertThat(FullStops.single(MessageFormat.format("До {0}. Имя: {1}...", FullStops.marked(DATE, "a"))))
                .isEqualTo("До 26 февр. 2027 г. Имя: a...");
        assertThat(FullStops.single(MessageFormat.format("{0}, {1}", FullStops.marked(DATE, "b..c"))))
                .isEqualTo("26 февр. 2027 г., b..c");
    }

    @Test
    void aSentenceFollowsAnotherOne() {
        assertThat(FullStops.follow("До " + DATE, "Причина")).isEqualTo("До 26 февр. 2027 г. Причина");
        assertThat(FullStops.follow("Готово", "Причина")).isEqualTo("Готово. Причина");
    }

    private static String[] bundles() {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yml"));
        return Objects.requireNonNull(settings.getObject()).getProperty("spring.messages.basename").split(",");
    }

    /** A date wherever the message takes a text; what it counts is a number. */
    private static Object[] arguments(String pattern) {
        return Arrays.stream(new MessageFormat(pattern).getFormatsByArgumentIndex())
                .map(format -> format == null ? DATE : (Object) 5).toArray();
    }
}
