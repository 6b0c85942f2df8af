package com.texchange.shell;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request whose body has to come within a time. Whoever sends a byte now and then never comes to the time-out of a socket. */
final class TimedBody extends HttpServletRequestWrapper {

    private final long until;
    private @Nullable ServletInputStream body;
    private @Nullable BufferedReader reader;

    TimedBody(HttpServletRequest request, Duration atMost) {
        super(request);
        until = System.nanoTime() + atMost.toNanos();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream timed = body == null ? new Timed(super.getInputStream()) : body;
        body = timed;
        return timed;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        BufferedReader characters = reader == null ? new BufferedReader(new InputStreamReader(getInputStream(), charset())) : reader;
        reader = characters;
        return characters;
    }

    private Charset charset() {
        return Charset.forName(Objects.requireNonNullElse(getCharacterEncoding(), StandardCharsets.ISO_8859_1.name()));
    }

    /** It has not come in time. */
    static final class SlowBodyException extends IOException {

        SlowBodyException() {
            super("the body of a request took too long");
        }
    }

    private final class Timed extends ServletInputStream {

        private final ServletInputStream in;

        private Timed(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            requireTime();
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            requireTime();
            return in.read(bytes, from, length);
        }

        private void requireTime() throws IOException {
            if (System.nanoTime() - until > 0) {
                throw new SlowBodyException();
            }
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
