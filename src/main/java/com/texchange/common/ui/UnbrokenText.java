package com.texchange.common.ui;

import com.vaadin.flow.component.html.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of which no line ends between a single letter and the word that a hyphen ties to it, as in the product's name. The
 * characters stay the ones that people type, so that the name is found and copied as it is.
 */
public final class UnbrokenText extends Span {

    private static final Pattern LETTER_AND_WORD = Pattern.compile("(?<!\\p{L})\\p{L}-\\p{L}+");

    public UnbrokenText(String text) {
        Matcher words = LETTER_AND_WORD.matcher(text);
        int end = 0;
        while (words.find()) {
            Span word = new Span(words.group());
            word.addClassName("unbroken");
            add(text.substring(end, words.start()));
            add(word);
            end = words.end();
        }
        add(text.substring(end));
    }
}
