package io.camunda.zeebe.process.test.engine;

/** Tells that a port the engine was asked to listen on belongs to another program already. */
public final class PortTakenException extends RuntimeException {

    private final int port;

    PortTakenException(String protocol, int port, Throwable cause) {
        super("Port %d, wanted for Camunda's %s, is taken by another program".formatted(port, protocol), cause);
        this.port = port;
    }

    /** The port as it was asked for, so that a caller can name the property behind it. */
    public int port() {
        return port;
    }
}
