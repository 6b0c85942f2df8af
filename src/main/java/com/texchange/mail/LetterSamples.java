package com.texchange.mail;

import com.texchange.common.EmailAddress;
import com.texchange.common.Routes;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Samples of the letters that a module writes, for the operator's page «Письма» and for tests. A module that adds a
 * template to {@code templates/mail} declares a bean of this type (or adds to the one it has) that makes one letter for it:
 *
 * <pre>{@code
 * @Component
 * class TaskLetterSamples implements LetterSamples {
 *     @Override
 *     public List<Letter> in(Locale locale) {
 *         return List.of(LetterSamples.sample("task-created", locale,
 *                 Map.of("name", "Anna", "link", LetterSamples.link(Routes.TASKS)), "Anna"));
 *     }
 * }
 * }</pre>
 *
 * A test asks for exactly one sample of every template. The data are invented, addresses are of reserved domains, and no
 * real link or token is made.
 */
public interface LetterSamples {

    /** The end of a day by Moscow's clock. */
    Instant DAY = Instant.parse("2027-03-15T20:59:59Z");

    /** @return one letter for each template of the module, with data in the language */
    List<Letter> in(Locale locale);

    /**
     * A letter for looking at.
     *
     * @param model            as the module makes it for a real letter
     * @param subjectArguments likewise
     */
    static Letter sample(String template, Locale locale, Map<String, Object> model, Object... subjectArguments) {
        return new Letter("sample/" + template, template, new EmailAddress("reader@example.com"),
                locale, subjectArguments, model, null)
                .readBy(ZoneId.of("Europe/Moscow"));
    }

    /** @param route of a page, see {@link Routes} */
    static URI link(String route) {
        return URI.create("https://t-exchange.example.com/" + route);
    }
}
