package com.texchange.mail;

import com.texchange.common.Moments;
import com.texchange.common.OperatorZone;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.LazyContextVariable;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Makes a letter's subject, page and plain text, in the letter's language. */
@Component
class LetterRenderer {

    private static final int MAX_SUBJECT = 300;
    private static final char UNBROKEN_HYPHEN = '\u2011';
    /** What addresses of the product's own pages consist of; a foreign one that hides behind ours has more. */
    private static final Pattern PAGE = Pattern.compile("/[A-Za-z0-9/_.~-]*(?:\\?[A-Za-z0-9_.~=&%+-]*)?");
    /** A line break in a name would end the header and start another one. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private final SpringTemplateEngine templates;
    private final MessageSource messages;
    private final OperatorProperties operator;
    private final OperatorZone clock;

    LetterRenderer(SpringTemplateEngine templates, MessageSource messages, OperatorProperties operator,
            OperatorZone clock) {
        this.templates = templates;
        this.messages = messages;
        this.operator = operator;
        this.clock = clock;
    }

    String subject(Letter letter) {
        Object[] words = Arrays.stream(letter.subjectArguments())
                .map(word -> word instanceof String text ? FreeText.withoutLinks(text) : word).toArray();
        String subject = messages.getMessage("mail." + letter.template() + ".subject", words, letter.locale());
        String line = BREAKS.matcher(subject).replaceAll(" ").strip();
        return line.length() <= MAX_SUBJECT ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, MAX_SUBJECT - 1) - 1)) + "…";
    }

    /** Both parts from one context, so that a supplied value is asked for once. */
    LetterText text(Letter letter) {
        Context context = context(letter);
        String html = templates.process("mail/" + letter.template() + ".html", context);
        context.setVariable("content", templates.process("mail/" + letter.template() + ".txt", context).strip());
        return new LetterText(unbroken(html, letter.locale()), PlainText.wrap(templates.process("mail/layout.txt", context).strip()) + "\n");
    }

    /**
     * No line ends behind the first letter of the product's name; where it is a part of an address, that stays as it is. The name comes
     * first in the pattern, so that only where it stands is looked at what is before it.
     */
    private String unbroken(String html, Locale locale) {
        String product = messages.getMessage("common.product", null, locale);
        String literally = Pattern.quote(product);
        return Pattern.compile(literally + "(?<![\\w/.@-]" + literally + ")").matcher(html)
                .replaceAll(product.replace('-', UNBROKEN_HYPHEN));
    }

    /** What lists of letters show after the subject; clients take it from the hidden beginning of the page. */
    String preheader(Letter letter) {
        return HtmlUtils.htmlUnescape(
                templates.process("mail/" + letter.template() + ".html", Set.of("preheader"), context(letter))).strip();
    }

    private Context context(Letter letter) {
        Context context = new Context(letter.locale());
        Moments moments = new Moments(letter.locale(), Objects.requireNonNullElse(letter.zone(), clock.timeZone()));
        letter.model().forEach((name, value) -> context.setVariable(name, value instanceof Supplier<?> supplier
                ? new Lazy(() -> written(supplier.get(), moments)) : written(value, moments)));
        Contact contact = letter.contact();
        context.setVariable("contact", contact == null ? null : named(contact));
        context.setVariable("operator", operator);
        context.setVariable("subject", subject(letter));
        return context;
    }

    private Object written(Object value, Moments moments) {
        return switch (value) {
            case Instant moment -> moments.named(moment);
            case String text -> isOwnAddress(text) ? text : FreeText.withoutLinks(text);
            case List<?> list -> list.stream().map(item -> written(item, moments)).toList();
            default -> value;
        };
    }

    boolean isOwnAddress(String text) {
        String base = operator.baseUrl().toString();
        return text.startsWith(base + "/") && PAGE.matcher(text.substring(base.length())).matches();
    }

    /** Its address is one by intention: people shall write to it. */
    private static Contact named(Contact contact) {
        return new Contact(FreeText.withoutLinks(contact.company()),
                contact.name() == null ? null : FreeText.withoutLinks(contact.name()), contact.phone(), contact.email());
    }

    record LetterText(String html, String plain) {
    }

    private static final class Lazy extends LazyContextVariable<Object> {

        private final Supplier<?> supplier;

        Lazy(Supplier<?> supplier) {
            this.supplier = supplier;
        }

        @Override
        protected Object loadValue() {
            return supplier.get();
        }
    }
}
