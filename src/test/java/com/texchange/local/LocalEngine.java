package com.texchange.local;

import io.camunda.zeebe.process.test.engine.LocalCamunda;
import java.nio.file.Path;
import java.util.Map;

/** The Camunda engine of the quick start and the tests, with its log in a folder. */
final class LocalEngine implements AutoCloseable {

    private final Path folder;
    private final int grpcPort;
    private final int restPort;
    private LocalCamunda camunda;

    private LocalEngine(Path folder, LocalCamunda camunda) {
        this.folder = folder;
        this.camunda = camunda;
        this.grpcPort = camunda.grpcAddress().getPort();
        this.restPort = camunda.restAddress().getPort();
    }

    static LocalEngine start(int grpcPort, int restPort, Path folder) {
        return new LocalEngine(folder, serve(grpcPort, restPort, folder));
    }

    LocalCamunda camunda() {
        return camunda;
    }

    /** The application's properties that lead it to the engine. */
    Map<String, Object> properties() {
        return Map.of("t-exchange.camunda.grpc-address", camunda.grpcAddress(),
                "t-exchange.camunda.rest-address", camunda.restAddress());
    }

    void stop() {
        camunda.close();
    }

    /** On the same ports, from where it stopped. */
    void startAgain() {
        camunda = serve(grpcPort, restPort, folder);
    }

    @Override
    public void close() {
        stop();
    }

    private static LocalCamunda serve(int grpcPort, int restPort, Path folder) {
        return LocalCamunda.builder().grpcPort(grpcPort).restPort(restPort).dataFolder(folder).build().start();
    }
}
