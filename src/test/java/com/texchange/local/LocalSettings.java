package com.texchange.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the local servers listen and keep their data: {@code --quickstart.smtp-port=3026} and so on, or the same as
 * environment variables or system properties. Port 0 is any free one.
 *
 * @param postgresPort   PostgreSQL
 * @param smtpPort       takes the letters
 * @param imapPort       shows them to a mail program: user is the address, any password
 * @param engineGrpcPort the engine's commands and workers
 * @param engineRestPort the engine's REST API
 * @param folder         where data outlive a stop, by its path from where the quick start runs; null for none
 */
public record LocalSettings(
        @DefaultValue("15432") int postgresPort,
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("3143") int imapPort,
        @DefaultValue("26500") int engineGrpcPort,
        @DefaultValue("8088") int engineRestPort,
        @DefaultValue(".quickstart") @Nullable Path folder) {

    /** The properties' common beginning. */
    public static final String PREFIX = "quickstart";

    /** Free ports and no folder, for tests. */
    public static LocalSettings anywhere() {
        return new LocalSettings(0, 0, 0, 0, 0, null);
    }

    /** Property names and the ports that they ask for. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(PREFIX + ".postgres-port", postgresPort);
        ports.put(PREFIX + ".smtp-port", smtpPort);
        ports.put(PREFIX + ".imap-port", imapPort);
        ports.put(PREFIX + ".engine-grpc-port", engineGrpcPort);
        ports.put(PREFIX + ".engine-rest-port", engineRestPort);
        return ports;
    }
}
