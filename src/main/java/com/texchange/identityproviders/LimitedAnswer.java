package com.texchange.identityproviders;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** An answer of which only so much is read. */
final class LimitedAnswer extends HttpEntityWrapper {

    /** Sets of keys have some ten thousand bytes. */
    static final int MOST = 256 * 1024;

    LimitedAnswer(HttpEntity answer) {
        super(answer);
    }

    @Override
    public InputStream getContent() throws IOException {
        if (getContentLength() > MOST) {
            throw new TooLongException();
        }
        return new Limited(super.getContent());
    }

    @Override
    public void writeTo(OutputStream target) throws IOException {
        try (InputStream content = getContent()) {
            content.transferTo(target);
        }
    }

    private static final class Limited extends FilterInputStream {

        private long read;

        private Limited(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = super.read(bytes, from, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) throws TooLongException {
            read += more;
            if (read > MOST) {
                throw new TooLongException();
            }
        }
    }
}
