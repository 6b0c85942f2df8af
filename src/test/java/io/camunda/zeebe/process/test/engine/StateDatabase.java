package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory.SharedRocksDbResources;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;

/**
 * The engine's state in RocksDB. The in-memory database that comes with the engine copies the whole state for each
 * transaction and fails under concurrent load.
 */
final class StateDatabase implements AutoCloseable {

    /** Enough for tens of thousands of instances; a cluster's default of 512 MB would crowd out a small machine. */
    private static final long MEMORY = 64L * 1024 * 1024;

    private final SharedRocksDbResources resources = SharedRocksDbResources.allocate(MEMORY);
    private final ZeebeDb<ZbColumnFamilies> db;

    /** @param outlives whether it is to be there still after a kill: then each change is written before the next one begins */
    StateDatabase(Path folder, boolean outlives) {
        var configuration = new RocksDbConfiguration().setMemoryLimit(MEMORY).setWalDisabled(!outlives);
        var metrics = new AccessMetricsConfiguration(AccessMetricsConfiguration.Kind.NONE, Partition.ID);
        db = new ZeebeRocksDbFactory<ZbColumnFamilies>(
                        configuration,
                        new ConsistencyChecksSettings(),
                        metrics,
                        SimpleMeterRegistry::new,
                        resources,
                        Partition.COUNT)
                .createDb(folder.toFile());
    }

    ZeebeDb<ZbColumnFamilies> db() {
        return db;
    }

    @Override
    public void close() {
        try {
            db.close();
        } catch (Exception failure) {
            throw new IllegalStateException("Cannot close the engine's state", failure);
        } finally {
            resources.close();
        }
    }
}
