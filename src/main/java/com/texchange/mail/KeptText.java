package com.texchange.mail;

import java.util.Arrays;
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

    String of(String text) {
        return link.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                base + path(found.group(1)) + (found.group(2) == null ? rest(found) : found.group(2) + GONE)));
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
