package com.texchange.mail;

/**
 * A letter as its reader would get it, made of a sample.
 *
 * @param subject   one line
 * @param preheader what lists of letters show after the subject
 * @param html      the page
 * @param plain     the plain part
 */
public record LetterPreview(String subject, String preheader, String html, String plain) {

    private static final String DARK = "(prefers-color-scheme: dark)";

    /** The page as a reader with a dark screen sees it, or with a light one, whatever the screen here is. */
    public String html(boolean dark) {
        return html.replace(DARK, dark ? "all" : "not all")
                .replace("color-scheme: light dark", dark ? "color-scheme: dark" : "color-scheme: light");
    }
}
