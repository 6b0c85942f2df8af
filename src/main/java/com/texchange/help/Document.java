package com.texchange.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown text by its headings of the second level, {@code ## Title {#id}}. What is before the first of them is the
 * introduction; a heading of the first level is left out, since the page has its own.
 *
 * @param introduction Markdown, may be empty
 */
public record Document(String introduction, List<Section> sections) {

    private static final Pattern HEADING = Pattern.compile("^##\\s+(.*?)(?:\\s*\\{#([\\w-]+)})?\\s*$");
    private static final Pattern TITLE = Pattern.compile("^#\\s.*");
    private static final String FENCE = "```";

    /** @param text Markdown */
    public static Document parse(String text) {
        List<Section> sections = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        String introduction = "";
        @Nullable Matcher open = null;
        boolean code = false;
        for (String line : text.lines().toList()) {
            code ^= line.startsWith(FENCE);
            Matcher heading = HEADING.matcher(line);
            if (!code && heading.matches()) {
                introduction = open == null ? take(body) : introduction;
                close(open, body, sections);
                open = heading;
            } else if (code || !TITLE.matcher(line).matches()) {
                body.append(line).append('\n');
            }
        }
        introduction = open == null ? take(body) : introduction;
        close(open, body, sections);
        return new Document(introduction, List.copyOf(sections));
    }

    private static void close(@Nullable Matcher heading, StringBuilder body, List<Section> sections) {
        if (heading != null) {
            String id = heading.group(2) == null ? "section-" + (sections.size() + 1) : heading.group(2);
            sections.add(new Section(id, heading.group(1), take(body)));
        }
    }

    private static String take(StringBuilder body) {
        String text = body.toString().strip();
        body.setLength(0);
        return text;
    }

    /**
     * @param id    for addresses; those without one are numbered
     * @param title plain text
     * @param body  Markdown
     */
    public record Section(String id, String title, String body) {
    }
}
