package com.texchange.help;

import com.texchange.common.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Service;

/** The license agreement: the operator's own text, else the one that comes with the product. Read once, at the start. */
@Service
public class Agreement {

    /** Stands for the operator's name. */
    private static final String OPERATOR = "{operator}";
    private final Map<Locale, Document> texts;

    /** @throws IllegalStateException if a text that the operator names cannot be read */
    Agreement(AgreementProperties properties, ResourceLoader resources) {
        String ru = properties.agreement().ru();
        String en = properties.agreement().en();
        ResourceLoader files = ApplicationResourceLoader.get(resources, true);
        texts = Map.of(
                Languages.RUSSIAN, read(location(ru, en, "classpath:help/agreement_ru.md"), files, properties.name()),
                Languages.ENGLISH, read(location(en, ru, "classpath:help/agreement_en.md"), files, properties.name()));
    }

    /** The text in the language that is closest to the wish. */
    public Document text(Locale wish) {
        return Objects.requireNonNull(texts.get(Languages.closest(List.of(wish))), "each language has a text");
    }

    private static String location(String own, String other, String standard) {
        if (!own.isBlank()) {
            return own;
        }
        return other.isBlank() ? standard : other;
    }

    private static Document read(String location, ResourceLoader files, String operator) {
        Resource text = files.getResource(location);
        try {
            return Document.parse(text.getContentAsString(StandardCharsets.UTF_8).replace(OPERATOR, operator));
        } catch (IOException e) {
            throw new IllegalStateException("The license agreement cannot be read: " + location
                    + " (see t-exchange.operator.agreement)", e);
        }
    }
}
