package com.texchange.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter that the application has written, whether it waits or any test's application has sent it meanwhile: then it keeps no text. */
public record WrittenLetter(String template, String subject, @Nullable String plain, @Nullable String html) {

    /** Those to one address, the oldest first. */
    public static List<WrittenLetter> to(String address, JdbcClient jdbc) {
        return jdbc.sql("select template, subject, plain, html from mail_delivery where recipient = ? order by queued_at")
                .param(address)
                .query(WrittenLetter.class).list().stream()
                .map(letter -> letter.plain() != null ? letter : letter.with(Mailbox.of(address).await(letter.subject()))).toList();
    }

    private WrittenLetter with(Mailbox.ReceivedLetter sent) {
        return new WrittenLetter(template, subject, sent.text().replace("\r\n", "\n"), sent.html());
    }
}
