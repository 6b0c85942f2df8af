package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.mail.AuthenticationFailedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class ServerOutageTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(ServerOutage.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final AtomicLong nanos = new AtomicLong();
    private final ServerOutage outage = new ServerOutage("It does not work", Level.ERROR, nanos::get);

    @BeforeEach
    void listen() {
        logger.setLevel(ch.qos.logback.classic.Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void isSaidOnceHoweverLongItTakesAndOnceWhenItIsOver() {
        outage.taken();
        assertThat(log.list).isEmpty();

        for (int minute = 0; minute < 60; minute++) {
            fail();
            pass(Duration.ofMinutes(1));
        }
        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(ch.qos.logback.classic.Level.ERROR);
            assertThat(line.getFormattedMessage()).startsWith("It does not work; letters wait").contains("(1 failed attempts so far)");
            assertThat(line.getThrowableProxy()).isNotNull();
        });

        outage.taken();
        outage.taken();
        assertThat(log.list).hasSize(2).last().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(ch.qos.logback.classic.Level.INFO);
            assertThat(line.getFormattedMessage()).isEqualTo("The mail server takes letters again, after 60 failed attempts in 3600 s");
        });
    }

    @Test
    void theNextOneIsSaidAgainButNotWithEveryOtherLetter() {
        for (int i = 0; i < 100; i++) {
            fail();
            outage.taken();
            pass(Duration.ofSeconds(5));
        }
        assertThat(log.list).hasSize(2);

        pass(Duration.ofMinutes(2));
        fail();

        assertThat(log.list).hasSize(3);
        assertThat(log.list.getLast().getFormattedMessage()).contains("(100 failed attempts so far)");
    }

    private void fail() {
        outage.failed(LetterNotSent.because(new AuthenticationFailedException("535 5.7.8 bad credentials")));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
