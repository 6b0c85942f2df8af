package com.texchange.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that answers as a test says, late or not at all, or hangs up. */
public class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Thread accepting;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger dropping = new AtomicInteger();
    private final AtomicInteger losing = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int lettersPerConnection = Integer.MAX_VALUE;
    private volatile boolean hangingUp;
    private volatile boolean silent;
    private volatile Duration pause = Duration.ZERO;

    public ScriptedMailServer() {
        this(0);
    }

    ScriptedMailServer(int port) {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** @param verb EHLO, MAIL, RCPT, DATA, "." for the end of the text, or RCPT and an address for one recipient only */
    public ScriptedMailServer answering(String verb, String reply) {
        replies.put(verb, reply);
        return this;
    }

    ScriptedMailServer hangingUp() {
        hangingUp = true;
        return this;
    }

    /** Closes a connection after some letters, as it says to the next one. */
    ScriptedMailServer closingAfter(int letters) {
        lettersPerConnection = letters;
        return this;
    }

    /** How many there have been. */
    int connections() {
        return connections.get();
    }

    int openConnections() {
        return open.size();
    }

    /** Ends all connections, as a server does with those that are idle; takes new ones. */
    void endConnections() throws IOException {
        for (Socket client : open) {
            client.close();
        }
    }

    /** As a machine does that has lost its connections: whoever sends something hears that there is none. */
    void resetConnections() throws IOException {
        for (Socket client : open) {
            client.setSoLinger(true, 0);
        }
        endConnections();
    }

    /** Takes connections and never says a word. */
    public void fallsSilent() {
        silent = true;
    }

    /** Before each reply. */
    public void pausing(Duration time) {
        pause = time;
    }

    /** Hangs up amid the text of the next letters. */
    public void dropping(int letters) {
        dropping.set(letters);
    }

    /** Takes the next letters and hangs up instead of saying so. */
    public void losingReplies(int letters) {
        losing.set(letters);
    }

    public boolean hasDropped() {
        return dropping.get() == 0;
    }

    public void recovers() {
        replies.clear();
        hangingUp = false;
        silent = false;
        pause = Duration.ZERO;
    }

    /** The letters it took, as sent. */
    public List<String> taken() {
        return taken;
    }

    JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(socket.getLocalPort());
        sender.getJavaMailProperties().put("mail.smtp.timeout", "3000");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "3000");
        return sender;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        // As long as somebody waits for a connection, the system still takes one.
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endConnections();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (socket.isClosed()) {
                    client.close();
                    return;
                }
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        connections.incrementAndGet();
        open.add(client);
        try {
            converse(client);
        } finally {
            open.remove(client);
        }
    }

    private void converse(Socket client) {
        int letters = 0;
        try (client; BufferedReader in = new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            if (hangingUp) {
                return;
            }
            if (silent) {
                in.readLine();
                return;
            }
            say(client, "220 ready");
            for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
                String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                if (hangingUp) {
                    return;
                }
                if (silent) {
                    in.readLine();
                    return;
                }
                if (verb.equals("MAIL") && letters++ == lettersPerConnection) {
                    say(client, "421 4.7.0 too many letters, closing");
                    return;
                }
                String reply = reply(verb, line);
                say(client, reply);
                if (reply.startsWith("354")) {
                    if (isOneOf(dropping)) {
                        in.readLine();
                        return;
                    }
                    String verdict = take(in);
                    if (isOneOf(losing)) {
                        return;
                    }
                    say(client, verdict);
                }
            }
        } catch (IOException e) {
            // The client went away: nothing to answer any more.
            return;
        }
    }

    private String reply(String verb, String line) {
        String address = line.contains("<") ? line.substring(line.indexOf('<') + 1, line.indexOf('>')) : "";
        String otherwise = replies.getOrDefault(verb, "DATA".equals(verb) ? "354 go on" : "250 ok");
        return replies.getOrDefault(verb + " " + address, otherwise);
    }

    private static boolean isOneOf(AtomicInteger next) {
        return next.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** @return what is to be said about the letter */
    private String take(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        String reply = replies.getOrDefault(".", "250 taken");
        if (reply.startsWith("250")) {
            taken.add(text.toString());
        }
        return reply;
    }

    private void say(Socket client, String reply) throws IOException {
        LockSupport.parkNanos(pause.toNanos());
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }
}
