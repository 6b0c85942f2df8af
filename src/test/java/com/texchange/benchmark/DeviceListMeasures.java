package com.texchange.benchmark;

import static com.texchange.benchmark.ServiceListMeasures.BY_PLACE;
import static com.texchange.benchmark.ServiceListMeasures.PAGE;

import com.texchange.benchmark.SeededLicenses.Cast;
import com.texchange.common.ListWindow;
import com.texchange.connections.LicenseFilter;
import com.texchange.licenselists.DeviceRow;
import com.texchange.licenselists.Devices;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;

/**
 * The list of devices, in the order of each column. The floor reads the last page from the end of an index.
 */
@TestComponent
@Order(2)
class DeviceListMeasures implements Measures {

    private static final Map<String, String> ORDERS = Map.of("number", "license.number%1$s", "activationCode", "license.activation_code%1$s",
            "user", "license.user_name collate common_alphabet%1$s, license.number%1$s",
            "mdmId", "license.mdm_id%1$s, license.number%1$s",
            "configVersion", "license.config_version collate common_alphabet%1$s, license.number%1$s");
    private static final String ROW = """
            select license.id, license.user_name, license.mdm_id, license.number, license.activation_code, license.config_version,
                license.blocked, array(select supplier.name from connection join company supplier on supplier.id = connection.supplier_id
                    where connection.license_id = license.id and connection.published_at is not null
                    order by supplier.name collate common_alphabet) as suppliers
            """;
    private static final String OF_DISTRIBUTOR = ROW + "from license where license.distributor_id = ? ";

    private final Devices devices;
    private final Floor floor;
    private int count;

    DeviceListMeasures(Devices devices, Floor floor) {
        this.devices = devices;
        this.floor = floor;
    }

    @Override
    public void measure(Cast cast, Sizes sizes, Race race) throws Exception {
        UUID distributor = cast.distributor().id().value();
        count = devices.count(LicenseFilter.NONE, cast.person());
        int last = count - PAGE;
        for (Map.Entry<String, String> order : ORDERS.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            String up = order.getValue().formatted("");
            String down = order.getValue().formatted(" desc");
            String name = "devices by " + order.getKey();
            race.read(name + ", first page", () -> page(cast, order.getKey(), 0), DeviceListMeasures::shown,
                    () -> floor.rows(OF_DISTRIBUTOR + "order by " + up + " limit 50", distributor));
            race.read(name + ", last page", () -> page(cast, order.getKey(), last), DeviceListMeasures::shown, Map.of(
                    "", () -> floor.rows(fromEnd(OF_DISTRIBUTOR + "order by " + down, up), distributor),
                    BY_PLACE, () -> floor.rows(placed(up), distributor, last)));
        }
    }

    private static String fromEnd(String descending, String order) {
        return "select * from (" + descending + " limit 50) license order by " + order;
    }

    private static String placed(String order) {
        return ROW + "from (select id from license where distributor_id = ? order by " + order
                + " offset ? limit 50) page join license on license.id = page.id order by " + order;
    }

    private List<DeviceRow> page(Cast cast, String column, int offset) {
        return devices.page(LicenseFilter.NONE, Sort.by(column), ListWindow.of(offset, PAGE, count), cast.person());
    }

    private static List<@Nullable Object> shown(DeviceRow row) {
        return Arrays.asList(row.licenseId().value(), row.userName(), row.mdmId(), row.number(), row.activationCode(),
                row.configVersion(), row.blocked(), row.suppliers());
    }
}
