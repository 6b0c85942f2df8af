package com.texchange.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The best there is for sending letters: open connections without Nagle's algorithm, and letters that are ready. */
final class RawSmtp implements AutoCloseable {

    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;

    RawSmtp(int port, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            connections.add(new Connection(port));
        }
        threads = Executors.newFixedThreadPool(count);
    }

    /** Shares them out among the connections. */
    void send(List<byte[]> letters) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            int first = i;
            all.add(threads.submit(() -> {
                for (int letter = first; letter < letters.size(); letter += connections.size()) {
                    connections.get(first).send(letters.get(letter));
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    /** As it goes over the line: dots at the beginning of lines doubled, a dot at its end. */
    static byte[] ready(byte[] letter) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean lineBegins = true;
        for (byte next : letter) {
            if (lineBegins && next == '.') {
                bytes.write('.');
            }
            bytes.write(next);
            lineBegins = next == '\n';
        }
        bytes.writeBytes((lineBegins ? ".\r\n" : "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        for (Connection connection : connections) {
            connection.socket.close();
        }
    }

    private static final class Connection {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            hear();
            ask("EHLO localhost\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        void send(byte[] letter) throws IOException {
            ask("MAIL FROM:<noreply@t-exchange.example.com>\r\n".getBytes(StandardCharsets.US_ASCII));
            ask("RCPT TO:<somebody@example.com>\r\n".getBytes(StandardCharsets.US_ASCII));
            ask("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
            ask(letter);
        }

        private void ask(byte[] what) throws IOException {
            out.write(what);
            out.flush();
            hear();
        }

        private void hear() throws IOException {
            int code = in.read();
            if (code != '2' && code != '3') {
                throw new IOException("refused");
            }
            while (in.read() != '\n') {
                // The rest of the reply says nothing more.
            }
        }
    }
}
