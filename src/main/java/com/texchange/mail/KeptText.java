package com.texchange.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter's text as it is kept once the letter is out: the same words, but links into this application end where a secret
 * could begin. Whatever stands behind a question mark or a hash goes, and every part of a path that is neither a plain word,
 * a number nor an id of a thing: to know that one needs no list of secrets, which a new letter could miss.
 */
final class KeptText {

    private static final String GONE = "…";
    private static final Pattern HARMLESS =
            Pattern.compile("[a-z-]{0,30}|\\d{1,19}|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private final Pattern link;

    /** @param baseUrl how links into the application begin */
    KeptText(String baseUrl) {
        link = Pattern.compile(Pattern.quote(baseUrl) + "(/[^\\s\"'<>?#]*)?([?#][^\\s\"'<>]*)?");
    }

    String of(String text) {
        return link.matcher(text).replaceAll(found -> Matcher.quoteReplacement(blanked(found.group(), found.group(1),
                found.group(2))));
    }

    private static String blanked(String address, String path, String query) {
        String base = path == null ? address : address.substring(0, address.indexOf(path));
        StringBuilder kept = new StringBuilder(query == null || path != null ? base
                : base.substring(0, base.length() - query.length()));
        if (path != null) {
            for (String part : path.substring(1).split("/", -1)) {
                kept.append('/').append(HARMLESS.matcher(part).matches() ? part : GONE);
            }
        }
        return query == null ? kept.toString() : kept.append(query.charAt(0)).append(GONE).toString();
    }
}
