package com.texchange.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** What stands in a part of a workbook, one thing after the other. None may be so long that it would fill the memory by itself. */
final class PartEvents extends StreamReaderDelegate {

    /** Bytes of one thing, be it a tag, a piece of text or a comment; and of what is read ahead. */
    private static final int LONGEST = 4_000_000;

    private final Measured part;

    private PartEvents(XMLStreamReader events, Measured part) {
        super(events);
        this.part = part;
    }

    static XMLStreamReader of(InputStream part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Measured measured = new Measured(part);
        return new PartEvents(factory.createXMLStreamReader(measured), measured);
    }

    @Override
    public int next() throws XMLStreamException {
        part.begin();
        return super.next();
    }

    private static final class Measured extends FilterInputStream {

        private int left = LONGEST;

        private Measured(InputStream part) {
            super(part);
        }

        private void begin() {
            left = LONGEST;
        }

        @Override
        public int read() throws IOException {
            int single = super.read();
            take(1);
            return single;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            take(read);
            return read;
        }

        private void take(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("one thing of millions of bytes");
            }
        }
    }
}
