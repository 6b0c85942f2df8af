package com.texchange.common;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address in the one form in which it is kept, compared and shown: in lower case, without what cannot be seen, its
 * domain as people read it. {@code sklad@почта.рф} and {@code sklad@xn--80a1acny.xn--p1ai} are one address.
 *
 * <p>Stricter than RFC 5321 on purpose: quoted local parts and address literals do not occur in business mail and make header
 * injection possible; letters beyond ASCII before the {@code @} need every mail server on the way to know SMTPUTF8.
 */
public final class EmailAddress {

    private static final int MAX_LOCAL_PART = 64;
    /** Longest address that SMTP can carry (RFC 5321, 4.5.3.1.3, less the angle brackets). */
    private static final int MAX_LENGTH = 254;
    /** An address among what a copy may bring along. */
    private static final int MAX_TYPED = 1_000;
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SURROUNDINGS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    /** As mail programs copy an address: {@code "Ivanov, Ivan" <ivan@example.com>}, {@code mailto:ivan@example.com}. */
    private static final Pattern WRAPPED = Pattern.compile("(?i:[^<>@]*<(?:mailto:)?([^<>]*)>|mailto:(.*))");
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+");
    private static final Pattern DOTS = Pattern.compile("^\\.|\\.$|\\.\\.");

    private final String value;

    private EmailAddress(String value, boolean asKept) {
        this.value = value;
    }

    /** @throws IllegalArgumentException if it is not an address */
    public EmailAddress(String typed) {
        if (problem(typed).isPresent()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
        String text = visible(typed);
        int at = text.indexOf('@');
        value = text.substring(0, at + 1).toLowerCase(Locale.ROOT)
                + DomainName.readable(text.substring(at + 1)).orElseThrow();
    }

    /** One that was taken earlier, maybe by another rule; as it stands. */
    public static EmailAddress stored(String value) {
        return new EmailAddress(value, true);
    }

    /** Empty if it is not an address. */
    public static Optional<EmailAddress> parse(String typed) {
        return problem(typed).isPresent() ? Optional.empty() : Optional.of(new EmailAddress(typed));
    }

    /** The one rule for pages, lists, files and services. Empty if it is an address. */
    public static Optional<Problem> problem(String typed) {
        // Before all else: what follows takes its time with long texts.
        if (typed.length() > MAX_TYPED) {
            return Optional.of(Problem.LENGTH);
        }
        String text = visible(typed);
        int at = text.indexOf('@');
        if (at < 1 || at == text.length() - 1 || text.indexOf('@', at + 1) > 0) {
            return Optional.of(Problem.FORM);
        }
        String local = text.substring(0, at);
        if (!LOCAL_PART.matcher(local).matches()) {
            return Optional.of(Problem.LETTERS);
        }
        if (DOTS.matcher(local).find()) {
            return Optional.of(Problem.DOTS);
        }
        Optional<String> domain = DomainName.readable(text.substring(at + 1));
        if (domain.isEmpty()) {
            return Optional.of(Problem.DOMAIN);
        }
        boolean tooLong = at > MAX_LOCAL_PART || at + 1 + DomainName.ascii(domain.get()).length() > MAX_LENGTH;
        return tooLong ? Optional.of(Problem.LENGTH) : Optional.empty();
    }

    /**
     * Without what nobody sees and what a copied address brings along: zero-width characters, spaces around it, the name that
     * mail programs write before it.
     */
    private static String visible(String typed) {
        String text = SURROUNDINGS.matcher(INVISIBLE.matcher(typed).replaceAll("")).replaceAll("");
        Matcher wrapped = WRAPPED.matcher(text);
        if (!wrapped.matches()) {
            return text;
        }
        String bare = Objects.requireNonNullElse(wrapped.group(1), wrapped.group(2));
        return SURROUNDINGS.matcher(Objects.requireNonNull(bare)).replaceAll("");
    }

    public String value() {
        return value;
    }

    /** As mail servers take it: with a domain such as {@code почта.рф} in its ASCII form. */
    public String ascii() {
        int at = value.indexOf('@');
        try {
            return value.substring(0, at + 1) + DomainName.ascii(value.substring(at + 1));
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /**
     * The part of the domain that can be taken for another one, since it mixes letters of two scripts or looks Latin without
     * being it. Such an address is right now and then, and more often a slip or a trick: people are to be asked.
     */
    public Optional<String> deceptivePart() {
        return DomainName.deceptivePart(value.substring(value.indexOf('@') + 1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailAddress address && address.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** As people read it. */
    @Override
    public String toString() {
        return value;
    }

    /** Why a text is not an address that mail servers take. */
    public enum Problem {
        FORM, LETTERS, DOTS, DOMAIN, LENGTH;

        /** Message key. */
        public String key() {
            return "validation.email." + name();
        }
    }
}
