package com.texchange.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/**
 * How letters of one language greet their readers: by it a name is found again in a letter that was sent. What the person is called by now need not
 * be what stands there, and could be a part of it, or of any other word.
 */
final class Greeting {

    private static final String NAME = "\u0001";
    private static final String GONE = "…";
    private static final String ON_PAGE_BEFORE = ">";
    private static final String ON_PAGE_AFTER = "</p>";
    private final String ofNobody;
    private final String withoutName;
    private final Pattern onPage;
    private final Pattern inText;

    Greeting(MessageSource messages, Locale language) {
        ofNobody = messages.getMessage("mail.greeting.nameless", null, language);
        String line = messages.getMessage("mail.greeting", new Object[] {NAME}, language);
        withoutName = line.replace(NAME, GONE);
        int name = line.indexOf(NAME);
        String before = Pattern.quote(line.substring(0, name).strip()) + "\\s";
        String after = Pattern.quote(line.substring(name + NAME.length()).strip());
        onPage = Pattern.compile(ON_PAGE_BEFORE + before + "[^<]*" + after + ON_PAGE_AFTER);
        // The first of its paragraphs, whose lines end where they are full.
        inText = Pattern.compile("\\A" + before + "(?s:.*?)" + after + "(?=\\n\\n)");
    }

    /** The letter without the name of its reader; empty if it greets otherwise. */
    Optional<LetterCopy> takenFrom(LetterCopy letter) {
        if (letter.html().contains(ON_PAGE_BEFORE + ofNobody + ON_PAGE_AFTER) && letter.plain().startsWith(ofNobody + "\n\n")) {
            return Optional.of(letter);
        }
        Matcher page = onPage.matcher(letter.html());
        Matcher text = inText.matcher(letter.plain());
        return page.find() && text.find()
                ? Optional.of(new LetterCopy(letter.subject(),
                        page.replaceFirst(Matcher.quoteReplacement(ON_PAGE_BEFORE + withoutName + ON_PAGE_AFTER)),
                        text.replaceFirst(Matcher.quoteReplacement(withoutName))))
                : Optional.empty();
    }
}
