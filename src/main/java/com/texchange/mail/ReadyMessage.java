package com.texchange.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A letter with a text and a page for those who can show one, as bytes that only have to be sent: Jakarta Mail would take the texts through
 * streams of single bytes, which takes longer than all the rest of sending it.
 */
final class ReadyMessage extends MimeMessage {

    private static final int LONGEST_LINE = 998;
    private static final int LAST_OF_ASCII = 0x7f;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder();

    /** @param boundary what stands between the parts, and in none of them */
    ReadyMessage(Session session, String boundary, String text, String page) throws MessagingException {
        super(session);
        ByteArrayOutputStream parts = new ByteArrayOutputStream(2 * (text.length() + page.length()) + 1000);
        write(parts, boundary, "plain", text);
        write(parts, boundary, "html", page);
        write(parts, "--" + boundary + "--");
        content = parts.toByteArray();
        setHeader("MIME-Version", "1.0");
        setHeader("Content-Type", "multipart/alternative; boundary=\"" + boundary + '"');
        modified = false;
        saved = true;
    }

    private static void write(ByteArrayOutputStream parts, String boundary, String kind, String text) {
        boolean plain = isPlain(text);
        write(parts, "--" + boundary);
        write(parts, "Content-Type: text/" + kind + "; charset=UTF-8");
        write(parts, "Content-Transfer-Encoding: " + (plain ? "7bit" : "base64"));
        write(parts, "");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        parts.writeBytes(plain ? bytes : LINES.encode(bytes));
        write(parts, "");
    }

    private static void write(ByteArrayOutputStream parts, String line) {
        parts.writeBytes((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether every mail server takes it as it is (RFC 5322, 2.1.1). */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character <= LAST_OF_ASCII) && text.lines().allMatch(line -> line.length() <= LONGEST_LINE);
    }
}
