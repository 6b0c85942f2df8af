package com.texchange.mail;

import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/**
 * A letter as it was sent, without the secrets in its links.
 *
 * @param subject one line
 * @param html    the page
 * @param plain   the plain part
 */
public record LetterCopy(String subject, String html, String plain) {

    private static final String GONE = "…";

    /** The same for those who may not know to whom it went; empty if the name is not found where it must be. */
    public Optional<LetterCopy> without(String name) {
        String word = FreeText.withoutLinks(name);
        String escaped = HtmlUtils.htmlEscape(word, "UTF-8");
        return html.contains(escaped) && plain.contains(word)
                ? Optional.of(new LetterCopy(subject, html.replace(escaped, GONE), plain.replace(word, GONE)))
                : Optional.empty();
    }
}
