package com.texchange.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of people outside of this application, such as a reason, a name or a company, in letters that others trust. Mail
 * programs make links of whatever looks like an address, in the plain part and in the page, whatever tags stand around it.
 * So each piece that could be taken for one (a word with a scheme, two slashes, {@code www.}, {@code @}, a dot before two letters,
 * or four numbers with dots) is broken by hair spaces (U+200A) behind its dots, colons and at signs and between its slashes.
 * That is white space by Unicode, at which every program ends an address, and so narrow that people read on; characters of no
 * width would not do, since some programs take them for a part of the name. Numbers, dates and initials stay as they are.
 */
final class FreeText {

    private static final String HAIR_SPACE = "\u200A";
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern LIKE_AN_ADDRESS = Pattern.compile(
            "@|//|www\\.|\\p{L}:\\S|[.\u3002\uFF0E\uFF61]\\p{L}{2}|\\d+(\\.\\d+){3}|xn--",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern JOINT = Pattern.compile("(?<=[.:@/\u3002\uFF0E\uFF61])(?=\\S)");

    private FreeText() {
    }

    static String withoutLinks(String text) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(broken(word.group())));
    }

    private static String broken(String word) {
        return LIKE_AN_ADDRESS.matcher(word).find() ? JOINT.matcher(word).replaceAll(HAIR_SPACE) : word;
    }
}
