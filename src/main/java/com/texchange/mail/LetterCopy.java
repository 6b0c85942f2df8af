package com.texchange.mail;

/**
 * A letter as it was sent, without the secrets in its links.
 *
 * @param subject one line
 * @param html    the page
 * @param plain   the plain part
 */
public record LetterCopy(String subject, String html, String plain) {
}
