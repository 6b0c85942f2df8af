package com.texchange.local;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Camunda engine of the quick start and the tests. */
final class LocalEngine implements AutoCloseable {

    private LocalEngine() {
    }

    /** @param folder where its data outlive a stop; without it they are gone */
    static LocalEngine start(int grpcPort, int restPort, @Nullable Path folder) {
        return new LocalEngine();
    }

    /** The application's properties that lead it to the engine. */
    Map<String, Object> properties() {
        return Map.of();
    }

    @Override
    public void close() {
    }
}
