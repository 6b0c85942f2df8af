package com.texchange.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that answers as a test says, or hangs up. */
class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile boolean hangingUp;

    ScriptedMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** @param verb EHLO, MAIL, RCPT, DATA, or "." for the end of the text */
    ScriptedMailServer answering(String verb, String reply) {
        replies.put(verb, reply);
        return this;
    }

    ScriptedMailServer hangingUp() {
        hangingUp = true;
        return this;
    }

    void recovers() {
        replies.clear();
        hangingUp = false;
    }

    /** The letters it took, as sent. */
    List<String> taken() {
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
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client; BufferedReader in = new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            if (hangingUp) {
                return;
            }
            say(client, "220 ready");
            for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
                String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                String reply = replies.getOrDefault(verb, "DATA".equals(verb) ? "354 go on" : "250 ok");
                say(client, reply);
                if (reply.startsWith("354")) {
                    take(client, in);
                }
            }
        } catch (IOException e) {
            // The client went away: nothing to answer any more.
            return;
        }
    }

    private void take(Socket client, BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        String reply = replies.getOrDefault(".", "250 taken");
        if (reply.startsWith("250")) {
            taken.add(text.toString());
        }
        say(client, reply);
    }

    private static void say(Socket client, String reply) throws IOException {
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }
}
