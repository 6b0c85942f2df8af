package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of which no line ends between a single letter and the word that a hyphen ties to it, as in the product's name, nor
 * within an address of the mail or of a page that fits a line of its own; one that does not is parted at its signs, as @, dots
 * and slashes, rather than inside a word. The characters stay the ones that people type, so that names and addresses are found and copied as they
 * are.
 */
public final class UnbrokenText extends Span {

    private static final Pattern LETTER_AND_WORD = Pattern.compile("(?<!\\p{L})\\p{L}-\\p{L}+");
    private static final Pattern ADDRESS = Pattern.compile("(https?://\\S+)|[^\\s@]+@[^\\s@]+");
    private static final Pattern PART_OF_MAIL = Pattern.compile("[^@._]*[@._]*");
    private static final Pattern PART_OF_WEB = Pattern.compile("[^/.?&=_-]*[/.?&=_-]*");

    public UnbrokenText(String text) {
        add(parts(text));
    }

    /** The same for a place of its own. */
    static List<Component> parts(String text) {
        List<Component> parts = new ArrayList<>();
        int end = 0;
        Matcher addresses = ADDRESS.matcher(text);
        while (addresses.find()) {
            addWords(text.substring(end, addresses.start()), parts);
            addAddress(addresses.group(), addresses.group(1) == null ? PART_OF_MAIL : PART_OF_WEB, parts);
            end = addresses.end();
        }
        addWords(text.substring(end), parts);
        return parts;
    }

    private static void addWords(String text, List<Component> parts) {
        Matcher words = LETTER_AND_WORD.matcher(text);
        int end = 0;
        while (words.find()) {
            Span word = new Span(words.group());
            word.addClassName("unbroken");
            parts.add(new Text(text.substring(end, words.start())));
            parts.add(word);
            end = words.end();
        }
        parts.add(new Text(text.substring(end)));
    }

    private static void addAddress(String address, Pattern part, List<Component> parts) {
        Span whole = new Span();
        whole.addClassName("whole-part");
        part.matcher(address).results().map(MatchResult::group).filter(text -> !text.isEmpty())
                .forEach(text -> whole.add(new Text(text), new HtmlComponent("wbr")));
        parts.add(whole);
    }
}
