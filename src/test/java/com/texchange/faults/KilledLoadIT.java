package com.texchange.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.LoadId;
import com.texchange.common.Role;
import com.texchange.licenses.LicenseColumn;
import com.texchange.licenses.LicenseLoad;
import com.texchange.licenses.LicenseLoading;
import com.texchange.local.LocalServers;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableLimits;
import com.texchange.testing.OnlyClicks;
import com.texchange.testing.OwnServers;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.Tables;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kills a process while it loads many licenses; the next one goes on after the last rows that are there. */
@OwnServers
@Import({OnlyClicks.class, SampleBusiness.class})
@Tag("faults")
class KilledLoadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int ROWS = 200_000;

    @Autowired
    LocalServers servers;
    @Autowired
    LicenseLoading loading;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;

    @Test
    void eachRowIsLoadedOnceHoweverOftenTheProcessDies() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        Actor sales = business.person(null, Role.SALES);
        String file = IntStream.range(0, ROWS).mapToObj(row -> "%020d;%016d;Агент %d;%s".formatted(row, row, row % 1000,
                        new UUID(1, row))).collect(Collectors.joining("\n", "Лицензия;Код активации;Пользователь;MDM ID\n", "\n"));
        LoadId load = loading.check(MappedTable.recognize(Tables.only(Tables.file(file.getBytes(UTF_8), TableLimits.LARGE)),
                LicenseColumn.class), sales);
        loading.start(load, distributor.id(), sales);

        try (ChildJvm killed = ChildJvm.launch("load-killed", servers, Map.of())) {
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> count("license") > 0);
            killed.kill();
        }
        assertThat(count("license")).as("licenses when it was killed").isLessThan(ROWS)
                .isEqualTo(count("license_assignment")).isEqualTo(loading.find(load, sales).orElseThrow().loaded());

        try (ChildJvm successor = ChildJvm.launch("load-successor", servers, Map.of()).awaitReady()) {
            await().atMost(PATIENCE).until(() -> loading.find(load, sales).orElseThrow().state() == LicenseLoad.State.LOADED);
            assertThat(successor.isRunning()).isTrue();
        }
        assertThat(loading.find(load, sales).orElseThrow().loaded()).isEqualTo(ROWS);
        assertThat(count("license where device_id is not null")).isEqualTo(ROWS);
        assertThat(count("device")).isEqualTo(ROWS);
        assertThat(count("license_assignment where ended_at is null")).isEqualTo(ROWS).isEqualTo(count("license_assignment"));
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
