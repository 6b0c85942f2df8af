package com.texchange.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that reads every letter and keeps it, and does nothing else that would take time. With a folder, it has a letter on
 * the disk before it says so, as a real one must (RFC 5321, 6.1).
 */
final class ReadingMailServer implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private final @Nullable Path folder;
    private final ServerSocket socket;
    private final List<byte[]> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> clients = Collections.synchronizedList(new ArrayList<>());

    /** @param folder null for one that keeps letters in memory only */
    ReadingMailServer(@Nullable Path folder) throws IOException {
        this.folder = folder;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("mail-server").start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The letters since this was asked last, as they came. */
    List<byte[]> letters() {
        synchronized (taken) {
            List<byte[]> letters = List.copyOf(taken);
            taken.clear();
            return letters;
        }
    }

    int count() {
        return taken.size();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                Thread.ofPlatform().daemon().name("mail-server-" + client.getPort()).start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client; FileChannel kept = folder == null ? null : FileChannel.open(folder.resolve("letters-" + client.getPort()),
                        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                InputStream in = new BufferedInputStream(client.getInputStream(), BUFFER);
                OutputStream out = new BufferedOutputStream(client.getOutputStream())) {
            client.setTcpNoDelay(true);
            say(out, "220 ready");
            for (String line = line(in); !line.startsWith("QUIT"); line = line(in)) {
                if (line.toUpperCase(Locale.ROOT).startsWith("DATA")) {
                    say(out, "354 go on");
                    taken.add(kept(letter(in), kept));
                }
                say(out, "250 ok");
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("hung up");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /** Up to the line that is but a dot. */
    private static byte[] letter(InputStream in) throws IOException {
        ByteArrayOutputStream letter = new ByteArrayOutputStream(BUFFER);
        boolean lineBegins = true;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (lineBegins && next == '.') {
                next = in.read();
                if (next == '\r') {
                    in.read();
                    return letter.toByteArray();
                }
            }
            letter.write(next);
            lineBegins = next == '\n';
        }
        throw new IOException("hung up");
    }

    private static byte[] kept(byte[] letter, @Nullable FileChannel file) throws IOException {
        if (file != null) {
            file.write(ByteBuffer.wrap(letter));
            file.force(false);
        }
        return letter;
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        synchronized (clients) {
            for (Socket client : clients) {
                client.close();
            }
        }
    }
}
