package com.texchange.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that send what they are given at once. Angus Mail writes a letter's text and the dot that ends it one after the other,
 * and Nagle's algorithm would hold back the second until the mail server acknowledges the first, which that delays: 40 ms, twice a
 * letter.
 */
final class PromptSockets extends SocketFactory {

    private PromptSockets() {
    }

    /**
     * Sets them for a protocol where nothing else is set. A connection that turns to TLS later (STARTTLS) goes on over the same
     * socket; one that begins with TLS takes the TLS factory, if there is one, which gets its socket from Angus Mail.
     *
     * @param prefix what the protocol's properties begin with, e.g. {@code mail.smtp}
     */
    static void setFor(String prefix, Properties properties) {
        if (properties.getProperty(prefix + ".socks.host") == null && properties.getProperty(prefix + ".socketFactory.class") == null
                && properties.putIfAbsent(prefix + ".socketFactory", new PromptSockets()) == null) {
            // A refused connection is not to be tried a second time without the factory.
            properties.put(prefix + ".socketFactory.fallback", "false");
        }
        Object secure = properties.get(prefix + ".ssl.socketFactory");
        // Angus Mail asks its own factory, by its type, for more than sockets.
        if (secure instanceof SSLSocketFactory factory && !(secure instanceof MailSSLSocketFactory) && !(secure instanceof Secure)) {
            properties.put(prefix + ".ssl.socketFactory", new Secure(factory));
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null, 0);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null, 0);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), localHost, localPort);
    }

    private Socket connected(InetSocketAddress address, @Nullable InetAddress localHost, int localPort) throws IOException {
        Socket socket = createSocket();
        if (localHost != null) {
            socket.bind(new InetSocketAddress(localHost, localPort));
        }
        socket.connect(address);
        return socket;
    }

    private static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** The same over TLS. */
    private static final class Secure extends SSLSocketFactory {

        private final SSLSocketFactory factory;

        Secure(SSLSocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return prompt(factory.createSocket());
        }

        @Override
        public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
            return factory.createSocket(prompt(connected), host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prompt(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return prompt(factory.createSocket(host, port, localHost, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prompt(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
            return prompt(factory.createSocket(host, port, localHost, localPort));
        }
    }
}
