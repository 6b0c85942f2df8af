package com.texchange.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The letters that the mail server has taken, a file each, so that they are still there after its next start. */
final class LetterFiles {

    private static final String SUFFIX = ".eml";
    private static final String RECIPIENT = "X-Delivered-To";
    private final Path folder;
    private final AtomicLong next;

    /** A letter in somebody's mailbox. */
    record KeptLetter(String recipient, MimeMessage message) {
    }

    private LetterFiles(Path folder, long next) {
        this.folder = folder;
        this.next = new AtomicLong(next);
    }

    static LetterFiles in(Path folder) {
        try {
            Files.createDirectories(folder);
            long last = files(folder).stream().mapToLong(LetterFiles::number).max().orElse(0);
            return new LetterFiles(folder, last + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: a letter half written when the process dies has another name. */
    void keep(String recipient, MimeMessage message) throws MessagingException {
        long number = next.getAndIncrement();
        Path unfinished = folder.resolve(number + ".part");
        try {
            MimeMessage copy = new MimeMessage(message);
            copy.setHeader(RECIPIENT, recipient);
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                // As it came: saving would give it another Message-ID.
                copy.writeTo(out);
            }
            Files.move(unfinished, folder.resolve(number + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MessagingException("The letter cannot be kept", e);
        }
    }

    /** In the order in which they came. */
    List<KeptLetter> all() {
        try {
            return files(folder).stream().sorted(Comparator.comparingLong(LetterFiles::number))
                    .map(LetterFiles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeptLetter read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            return new KeptLetter(message.getHeader(RECIPIENT, null), message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Cannot read the letter " + file, e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }
}
