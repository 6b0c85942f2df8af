package com.texchange.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

/** A port that another program holds, and the property by which to ask for another one. */
record TakenPort(String property, int port) {

    static Optional<TakenPort> first(Map<String, Integer> ports) {
        return ports.entrySet().stream()
                .filter(entry -> !free(entry.getValue()))
                .map(entry -> new TakenPort(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
