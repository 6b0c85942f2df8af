package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class UnexpectedErrorsTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(UnexpectedErrors.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    static Stream<Throwable> ofBrowsersThatAreGone() {
        return Stream.of(new ClientAbortException(new IOException("Broken pipe")), new IOException("Broken pipe"),
                new UncheckedIOException(new IOException("Connection reset by peer")),
                new IllegalStateException(new RuntimeException(new ClientAbortException())));
    }

    @ParameterizedTest
    @MethodSource("ofBrowsersThatAreGone")
    void aBrowserThatIsGoneIsNoError(Throwable error) {
        new UnexpectedErrors(mock(Denials.class)).error(new ErrorEvent(error));

        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void anyOtherErrorIsLoggedAsAWhole() {
        new UnexpectedErrors(mock(Denials.class)).error(new ErrorEvent(new IllegalStateException("Connection reset", new IOException("No space left on device"))));

        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getThrowableProxy()).isNotNull();
        });
    }
}
