package com.texchange.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server on this machine that can be cut: then nobody gets through, as if the server were down. Or it falls
 * silent, as if the host had vanished: what is sent arrives nowhere, and nobody is told.
 */
final class Line implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket entrance;
    private volatile boolean silent;

    private Line(int target) throws IOException {
        this.target = target;
        this.entrance = listen(0);
        this.port = entrance.getLocalPort();
    }

    static Line to(int port) {
        try {
            return new Line(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Ends what goes over the line, and refuses new connections. */
    synchronized void cut() {
        if (entrance != null) {
            close(entrance);
            entrance = null;
        }
        open.forEach(Line::close);
    }

    /** From now on nothing that is sent arrives, on connections that are open and on new ones. */
    void fallSilent() {
        silent = true;
    }

    /** Does nothing if the line is not cut. What was sent into silence is lost, so those connections stay silent. */
    synchronized void mend() {
        if (silent) {
            // The entrance stays: a port that was given up just now may not be free yet.
            open.forEach(Line::close);
            silent = false;
        }
        try {
            entrance = entrance == null ? listen(port) : entrance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        Thread.ofVirtual().name("line-to-" + target).start(() -> connectAll(server));
        return server;
    }

    private void connectAll(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                open.add(caller);
                Socket called = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(called);
                if (server.isClosed()) {
                    open.forEach(Line::close);
                }
                carry(caller, called);
                carry(called, caller);
            } catch (IOException cutOrNobodyThere) {
                // The caller sees it.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from; to) {
                carryAll(from.getInputStream(), to.getOutputStream());
            } catch (IOException ended) {
                // Both sides are closed now.
            } finally {
                open.remove(from);
                open.remove(to);
            }
        });
    }

    private void carryAll(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            if (!silent) {
                to.write(buffer, 0, count);
                to.flush();
            }
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyBroken) {
            // It shall be closed, and is.
        }
    }
}
