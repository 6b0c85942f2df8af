package com.texchange.local;

import io.camunda.zeebe.process.test.engine.LocalCamunda;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Camunda engine of the quick start and the tests. */
final class LocalEngine implements AutoCloseable {

    private final LocalCamunda camunda;

    private LocalEngine(LocalCamunda camunda) {
        this.camunda = camunda;
    }

    /** @param folder where it works; without it in a folder of its own that it removes */
    static LocalEngine start(int grpcPort, int restPort, @Nullable Path folder) {
        LocalCamunda.Builder builder = LocalCamunda.builder().grpcPort(grpcPort).restPort(restPort);
        if (folder != null) {
            builder.dataFolder(folder.resolve("engine"));
        }
        return new LocalEngine(builder.build().start());
    }

    LocalCamunda camunda() {
        return camunda;
    }

    /** The application's properties that lead it to the engine. */
    Map<String, Object> properties() {
        return Map.of("t-exchange.camunda.grpc-address", camunda.grpcAddress(),
                "t-exchange.camunda.rest-address", camunda.restAddress());
    }

    @Override
    public void close() {
        camunda.close();
    }
}
