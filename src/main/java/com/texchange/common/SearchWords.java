package com.texchange.common;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a person searches for: words that all must be found in a text, anywhere and in any order; very short ones begin a word. They are in the form that
 * {@code common_search_form} gives to what is kept in the database, so case, ё, quotes, a code's dashes and a number's groups
 * do not matter; a version keeps its dots; the legal form of a company is no word if there is another one.
 *
 * @see "docs/decisions/018-one-form-of-search-text.md"
 */
public record SearchWords(List<String> words) {

    /** Each word costs a condition in the query. */
    private static final int MOST_WORDS = 8;
    private static final int LONGEST = 200;

    /** A mark that no kept text holds in this form. */
    private static final List<String> NOWHERE = List.of("-");

    /** NUL and halves of characters, as cutting makes them; the database takes neither. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\x00\\p{Cs}]");
    /** Of which the breve is none: it makes й of и. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u0305\\u0307-\\u036f]+");
    private static final Pattern PARTING = Pattern.compile("[\\u0001-\\u0009\\u000b- \"(),:;<>?\\[\\]{|}!\\u007f-\\u00a0«»\\u1680"
            + "\\u2000-\\u200a\\u201c-\\u201f\\u2028\\u2029\\u202f\\u2039\\u203a\\u205f\\u3000]+");
    private static final Pattern VANISHING = Pattern.compile("[#$%&'*+./=@\\\\^_`~\\u00a1-\\u00a9\\u00ac-\\u00b1\\u00b4-\\u00b8"
            + "\\u00bf\\u00d7\\u00f7\\u02b9-\\u02ff\\u0306\\u200b-\\u201b\\u2020-\\u2027\\u202a-\\u202e\\u2030-\\u2038"
            + "\\u203b-\\u205e\\u2060-\\u206f\\u2100-\\u214f\\u2190-\\u22ff\\ufe00-\\ufe0f\\ufeff\\ufffd-]+");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9]) +(?=[0-9])");
    private static final Pattern LEGAL_FORMS = Pattern.compile("(?<= )(?:"
            + "общество с ограниченной ответственностью|(?:публичное |непубличное |открытое |закрытое )?акционерное общество"
            + "|индивидуальный предприниматель|limited liability company"
            + "|ооо|ао|пао|оао|зао|нао|ип|тоо|одо|чп|уп|гуп|муп|фгуп|ано|нко"
            + "|llc|ltd|limited|inc|jsc|pjsc|ojsc|cjsc|plc|corp|gmbh|ag|kg|sarl|srl|bv|nv|oy) ");

    /** A version's dots part its numbers: without them 1.0.24 would be 10.24. */
    private static final Pattern VERSION = Pattern.compile("(?<![^\\s\"«(,;])[0-9]{1,3}(?:\\.[0-9]{1,3}){2,}(?![^\\s\"»),;])");

    public SearchWords {
        words = List.copyOf(words);
    }

    /** Whatever a person typed or an address holds. Nothing finds all; marks alone are no word and are found nowhere. */
    public static SearchWords of(String typed) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        String all = Arrays.stream(UNREADABLE.matcher(text).replaceAll(" ").strip().split("\\s+")).map(SearchWords::readable)
                .map(word -> VERSION.matcher(word).matches() ? word : plain(word))
                .collect(Collectors.joining(" "));
        if (all.isBlank()) {
            return new SearchWords(text.replaceAll("[\\p{Cntrl}\\p{Z}\\p{Cf}]+", "").isEmpty() ? List.of() : NOWHERE);
        }
        List<String> words = words(LEGAL_FORMS.matcher(" " + all + " ").replaceAll(""));
        return new SearchWords(words.isEmpty() ? words(all) : words);
    }

    private static List<String> words(String plain) {
        List<String> words = Arrays.stream(plain.split("\\s+")).filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList();
        return IntStream.range(0, words.size()).mapToObj(i -> isAnywhere(words, i) ? words.get(i) : " " + words.get(i)).toList();
    }

    /** One or two letters would be in nearly every text; they count where a word begins, unless they are part of a number. */
    private static boolean isAnywhere(List<String> words, int i) {
        return words.get(i).length() > 2 || isNumber(words, i) && (isNumber(words, i - 1) || isNumber(words, i + 1));
    }

    private static boolean isNumber(List<String> words, int i) {
        return i >= 0 && i < words.size() && words.get(i).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** An address copied from a mail program may have the other form of its domain. */
    private static String readable(String word) {
        return word.indexOf('@') < 0 ? word : EmailAddress.parse(word).map(EmailAddress::value).orElse(word);
    }

    /** The form of what is kept, for lists that are not in the database. */
    static String form(String kept) {
        return " " + BETWEEN_DIGITS.matcher(plain(kept)).replaceAll("").replace("\n", "\n ");
    }

    private static String plain(String text) {
        String lower = text.codePoints().map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        String bare = Normalizer.normalize(ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll(""),
                Normalizer.Form.NFC);
        return VANISHING.matcher(PARTING.matcher(bare).replaceAll(" ")).replaceAll("");
    }

    /** Whether all words are in a text. */
    public boolean areIn(String kept) {
        String text = form(kept) + VERSION.matcher(kept).results().map(version -> "\n " + version.group()).collect(Collectors.joining());
        return words.stream().allMatch(text::contains);
    }

    /**
     * A condition on each word, one after the other.
     *
     * @param condition with {@code %s} where the name of the word's parameter stands, to be compared by {@code like}
     * @return SQL that begins with "and", or nothing
     */
    public String sql(String condition) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and ").append(condition.replace("%s", ":word" + i)).append(' ');
        }
        return sql.toString();
    }

    /** The parameters of {@link #sql}. A word holds no character that means something to {@code like}. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            parameters.put("word" + i, "%" + words.get(i) + "%");
        }
        return parameters;
    }
}
