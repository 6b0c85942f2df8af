package com.texchange.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.texchange.local.LocalServers;
import com.texchange.local.MailParts;
import com.texchange.local.QuickStart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Reads the letters out of the local mail server, whoever they are for. */
@Component
@Profile(QuickStart.PROFILE)
class DemoMailbox {

    private static final int SHOWN = 100;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;)]");
    private final LocalServers servers;

    DemoMailbox(LocalServers servers) {
        this.servers = servers;
    }

    /** The newest hundred, the newest first. */
    List<DemoLetter> letters() {
        try {
            return servers.mail().getManagers().getImapHostManager().getStore().listMailboxes("*").stream()
                    .filter(MailFolder::isSelectable)
                    .flatMap(folder -> folder.getMessages().stream().map(stored -> new Found(folder, stored)))
                    .sorted(Comparator.comparing((Found found) -> found.stored().getReceivedDate())
                            .thenComparing(found -> found.stored().getUid()).reversed())
                    .limit(SHOWN)
                    .map(DemoMailbox::read)
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DemoLetter read(Found found) {
        try {
            MimeMessage message = found.stored().getMimeMessage();
            String html = MailParts.find(message, "text/html");
            String text = MailParts.find(message, "text/plain");
            String recipients = Stream.of(message.getRecipients(Message.RecipientType.TO))
                    .map(address -> ((InternetAddress) address).getAddress())
                    .collect(Collectors.joining(", "));
            return new DemoLetter(found.folder().getFullName() + "/" + found.stored().getUid(), recipients,
                    message.getSubject(), found.stored().getReceivedDate().toInstant(), html, text,
                    links(text.isEmpty() ? html : text));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> links(String body) {
        return LINK.matcher(body.replace("&amp;", "&")).results().map(match -> match.group()).distinct().toList();
    }

    private record Found(MailFolder folder, StoredMessage stored) {
    }
}
