package com.texchange.common;

import java.net.IDN;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A domain, of an e-mail address or of another server, in its two forms: as people read it, and as servers take it (ASCII). What has no
 * first form, or reads back as something else, stays in the second.
 */
public final class DomainName {

    private static final int MAX_LENGTH = 253;
    private static final Pattern TOP_LEVEL = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]{1,59}");
    private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}.-]+");
    /** Longer than a label can be; Java throws other exceptions then. */
    private static final Pattern LONG_LABEL = Pattern.compile("[^.\u3002\uFF0E\uFF61]{64}");
    /** Letters that the rules of 2003, by which Java goes, and those of 2008 take to different domains. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς]");
    /** Cyrillic letters that look like Latin ones. */
    private static final Pattern LATIN_LOOKING = Pattern.compile("[авекмнорстухѕіјһԁԛԝӏүѵ0-9-]*[авекмнорстухѕіјһԁԛԝӏүѵ][авекмнорстухѕіјһԁԛԝӏүѵ0-9-]*");
    private static final Pattern LATIN_TOP_LEVEL = Pattern.compile("[a-z]+");
    /** Scripts that one language writes together. */
    private static final Set<Character.UnicodeScript> JAPANESE = EnumSet.of(Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA);
    private static final Set<Character.UnicodeScript> KOREAN = EnumSet.of(Character.UnicodeScript.HAN,
            Character.UnicodeScript.HANGUL);

    private DomainName() {
    }

    /** Either form as people read it; empty if no server could have it: no host name with a top-level domain, or an address of the net. */
    public static Optional<String> readable(String typed) {
        if (AMBIGUOUS.matcher(typed).find() || LONG_LABEL.matcher(typed).find()) {
            return Optional.empty();
        }
        try {
            String ascii = ascii(typed);
            int dot = ascii.lastIndexOf('.');
            boolean named = dot > 0 && ascii.length() <= MAX_LENGTH
                    && TOP_LEVEL.matcher(ascii.substring(dot + 1)).matches();
            return Optional.of(ascii).filter(domain -> named).map(DomainName::toReadable)
                    .filter(domain -> READABLE.matcher(domain).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * As servers take it.
     *
     * @throws IllegalArgumentException if it is no host name
     */
    public static String ascii(String domain) {
        return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    }

    private static String toReadable(String ascii) {
        return IDN.toUnicode(ascii, IDN.USE_STD3_ASCII_RULES);
    }

    /**
     * The first part of a domain that can be taken for another one: it has letters of two scripts, or consists of Cyrillic
     * letters that look Latin, before an ending that is Latin.
     */
    public static Optional<String> deceptivePart(String readable) {
        String[] parts = readable.split("\\.");
        boolean latin = LATIN_TOP_LEVEL.matcher(parts[parts.length - 1]).matches();
        return Arrays.stream(parts)
                .filter(part -> isMixed(part) || latin && LATIN_LOOKING.matcher(part).matches())
                .findFirst();
    }

    private static boolean isMixed(String part) {
        Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
        part.codePoints().filter(Character::isLetter).mapToObj(Character.UnicodeScript::of).forEach(scripts::add);
        scripts.remove(Character.UnicodeScript.COMMON);
        return scripts.size() > 1 && !JAPANESE.containsAll(scripts) && !KOREAN.containsAll(scripts);
    }
}
