package com.texchange.benchmark;

import static com.texchange.benchmark.ServiceListMeasures.PAGE;

import com.texchange.benchmark.SeededLicenses.Cast;
import com.texchange.common.ListWindow;
import com.texchange.connections.LicenseFilter;
import com.texchange.licenselists.SupplierLicense;
import com.texchange.licenselists.SupplierLicenses;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;

/**
 * A supplier's list of licenses, over all its distributors. The floor goes from one distributor to the next, from either end, and
 * stops when it has a page; it adds up what is kept of what is in service. No grant opens anything here.
 */
@TestComponent
@Order(3)
class SupplierListMeasures implements Measures {

    private static final String PAGE_FROM_AN_END = """
            select row.id, row.number, place.distributor, place.code, row.user_name, row.config_version, row.mdm_id, row.own, row.own,
                row.blocked, case when row.published_at is not null then 'IN_SERVICE' when row.connected_at is not null or exists (
                    select from connection_order_item item join connection_order placed on placed.id = item.order_id
                        where item.license_id = row.id and item.state in ('REQUESTED', 'REFUSED') and placed.kind = 'CONNECT'
                            and placed.supplier_id = place.supplier_id) then 'PENDING' else 'OUT_OF_SERVICE' end
            from (select place.supplier_id, place.distributor_id, place.code, company.name as distributor
                    from partnership place join company on company.id = place.distributor_id
                    where place.supplier_id = ? order by company.name collate common_alphabet %1$s offset 0) place
                cross join lateral (select license.*, connection.published_at, connection.connected_at,
                        license.owner_id = place.supplier_id as own
                    from license left join connection
                        on connection.license_id = license.id and connection.supplier_id = place.supplier_id
                    where license.distributor_id = place.distributor_id
                        and (license.owner_id = place.supplier_id or connection.license_id is not null)
                    order by license.number %1$s limit 50) row
            limit 50""";
    private static final String COUNT = """
            select (select sum(connected - own) from connection_tally where supplier_id = ?)
                + (select sum(licenses) from license_tally where owner_id = ?)""";

    private final SupplierLicenses licenses;
    private final Floor floor;
    private int count;

    SupplierListMeasures(SupplierLicenses licenses, Floor floor) {
        this.licenses = licenses;
        this.floor = floor;
    }

    @Override
    public void measure(Cast cast, Sizes sizes, Race race) throws Exception {
        UUID supplier = cast.supplier().value();
        count = licenses.count(LicenseFilter.NONE, cast.supplierPerson());
        race.read("supplier's licenses, first page", () -> page(cast, 0), SupplierListMeasures::shown,
                () -> floor.rows(PAGE_FROM_AN_END.formatted(""), supplier));
        race.read("supplier's licenses, last page", () -> page(cast, count - PAGE), SupplierListMeasures::shown,
                () -> floor.rows(PAGE_FROM_AN_END.formatted("desc"), supplier).reversed());
        race.read("supplier's licenses, count", () -> List.of(licenses.count(LicenseFilter.NONE, cast.supplierPerson())),
                all -> List.of(all), () -> floor.rows(COUNT, supplier, supplier));
    }

    private List<SupplierLicense> page(Cast cast, int offset) {
        return licenses.page(LicenseFilter.NONE, Sort.unsorted(), ListWindow.of(offset, PAGE, count), cast.supplierPerson());
    }

    private static List<@Nullable Object> shown(SupplierLicense row) {
        return Arrays.asList(row.licenseId().value(), row.number(), row.distributor(), row.code(), row.userName(),
                row.configVersion(), row.mdmId(), row.own(), row.allowed(), row.blocked(), row.status());
    }
}
