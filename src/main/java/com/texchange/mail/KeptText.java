package com.texchange.mail;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A letter's text as it is kept once the letter is out: the same words, but links into this application end where a secret
 * could begin. Whatever stands behind a question mark or a hash goes, and every part of a path that is neither a plain word,
 * a number nor an id of a thing: to know that one needs no list of secrets, which a new letter could miss.
 */
final class KeptText {

    private static final String GONE = "…";
    private static final Pattern HARMLESS =
            Pattern.compile("[a-z-]{0,30}|\\d{1,19}|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private final String base;
    private final Pattern link;

    /** @param baseUrl how links into the application begin */
    KeptText(String baseUrl) {
        base = baseUrl;
        link = Pattern.compile(Pattern.quote(baseUrl) + "(/[^\\s\"'<>?#]*)?([?#])?[^\\s\"'<>]*");
    }

    /**
     * A text without its secrets.
     *
     * @param secrets the links that had some: a line for each, with its place, the length of what is there now, and the link
     */
    record Sealed(String text, String secrets) {

        /** The text as it was. */
        static String open(String text, @Nullable String secrets) {
            StringBuilder opened = new StringBuilder(text);
            // From the end, so that places stay what they are.
            for (String line : secrets == null ? List.<String>of() : secrets.lines().toList().reversed()) {
                String[] parts = line.split(" ", 3);
                int place = Integer.parseInt(parts[0]);
                opened.replace(place, place + Integer.parseInt(parts[1]), parts[2]);
            }
            return opened.toString();
        }
    }

    Sealed seal(String text) {
        StringBuilder kept = new StringBuilder();
        StringBuilder secrets = new StringBuilder();
        Matcher found = link.matcher(text);
        int end = 0;
        while (found.find()) {
            kept.append(text, end, found.start());
            String harmless = base + path(found.group(1)) + (found.group(2) == null ? rest(found) : found.group(2) + GONE);
            if (!harmless.equals(found.group())) {
                secrets.append(kept.length()).append(' ').append(harmless.length()).append(' ').append(found.group()).append('\n');
            }
            kept.append(harmless);
            end = found.end();
        }
        return new Sealed(kept.append(text, end, text.length()).toString(), secrets.toString());
    }

    String of(String text) {
        return seal(text).text();
    }

    private static String path(@Nullable String path) {
        return path == null ? "" : Arrays.stream(path.substring(1).split("/", -1))
                .map(part -> "/" + (HARMLESS.matcher(part).matches() ? part : GONE)).collect(Collectors.joining());
    }

    /** What stands behind the last part of a path or of the address without being theirs, such as a full stop. */
    private String rest(MatchResult found) {
        String path = found.group(1);
        return found.group().substring(base.length() + (path == null ? 0 : path.length()));
    }
}
