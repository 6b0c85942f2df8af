package com.texchange.licenselists;

import com.texchange.common.Actor;
import com.texchange.common.ListWindow;
import com.texchange.common.Role;
import com.texchange.connections.LicenseFilter.Words;
import com.texchange.connections.LicenseFilter;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mobile devices of all distributors whose licenses a supplier sees, as {@link SupplierLicenses} says. */
@Service
@Transactional(readOnly = true)
public class SupplierDevices {

    private static final String ROWS = """
            select license.id as license_id, license.user_name, license.mdm_id, license.number, license.activation_code,
                license.config_version, license.blocked, distributor.name as distributor, partner.code,
                array(select s.name from connections_of_license c join partners_company s on s.id = c.supplier_id
                    where c.license_id = license.id and c.supplier_id = :supplier and c.published_at is not null) as suppliers
            from %s join licenses_license license on license.id = page.id
                join partners_company distributor on distributor.id = license.distributor_id
                left join partners_partnership partner on partner.supplier_id = :supplier and partner.distributor_id = license.distributor_id
            order by page.line""";

    private final LicenseLists lists;

    SupplierDevices(LicenseLists lists) {
        this.lists = lists;
    }

    /** @param sort by {@code user}, {@code distributor} and so on; by user if empty */
    public List<DeviceRow> page(LicenseFilter filter, Sort sort, ListWindow window, Actor actor) {
        return lists.page(ROWS, DeviceRow.class, lists.ofSupplier(actor), its(filter, actor), sort, Devices.STANDARD, window);
    }

    /** All that pass the filter, read as they are taken. */
    public void each(LicenseFilter filter, Sort sort, Actor actor, Consumer<DeviceRow> reader) {
        lists.each(ROWS, DeviceRow.class, lists.ofSupplier(actor), its(filter, actor), sort, Devices.STANDARD, reader);
    }

    public int count(LicenseFilter filter, Actor actor) {
        return lists.count(lists.ofSupplier(actor), its(filter, actor));
    }

    /** Whether there is any device at all. */
    public boolean any(Actor actor) {
        return lists.any(lists.ofSupplier(actor));
    }

    private static LicenseFilter its(LicenseFilter filter, Actor actor) {
        return filter.in(Words.DISTRIBUTOR, actor.companyAs(Role.SUPPLIER));
    }
}
