package com.texchange.tables.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * What a browser is given of a file. Files are whole before their first byte goes out, which is when one asks once more whether the session goes
 * on: a role may have been taken away while the file was written.
 */
final class HandedOut extends OutputStream {

    private final OutputStream browser;
    private final BooleanSupplier goesOn;
    private final Runnable whole;
    private boolean begun;

    /** @param whole done once, before the first byte goes out */
    HandedOut(OutputStream browser, BooleanSupplier goesOn, Runnable whole) {
        this.browser = browser;
        this.goesOn = goesOn;
        this.whole = whole;
    }

    @Override
    public void write(int single) throws IOException {
        begin();
        browser.write(single);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        begin();
        browser.write(bytes, from, length);
    }

    private void begin() throws SessionOverException {
        if (!begun) {
            if (!goesOn.getAsBoolean()) {
                throw new SessionOverException();
            }
            begun = true;
            whole.run();
        }
    }

    @Override
    public void flush() throws IOException {
        if (begun) {
            browser.flush();
        }
    }

    /** A file that nothing was written to is one, too. */
    @Override
    public void close() throws IOException {
        begin();
        browser.close();
    }

    /** The session of whoever wanted the file has ended while it was written. */
    static final class SessionOverException extends IOException {

        private SessionOverException() {
            super("the session is over");
        }
    }
}
