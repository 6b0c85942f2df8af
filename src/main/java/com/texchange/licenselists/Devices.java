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

/** The mobile devices of a distributor, each with its license. Every query is about the actor's own company. */
@Service
@Transactional(readOnly = true)
public class Devices {

    static final String STANDARD = "user";
    /** All but the ids comes from looking at one page's rows only. */
    private static final String ROWS = """
            select license.id as license_id, license.user_name, license.mdm_id, license.number, license.activation_code,
                license.config_version, license.blocked, null as distributor, null as code,
                array(select s.name from connections_of_license c join partners_company s on s.id = c.supplier_id
                    where c.license_id = license.id and c.published_at is not null
                    order by s.name collate common_alphabet) as suppliers
            from %s join licenses_license license on license.id = page.id
            order by page.line""";

    private final LicenseLists lists;

    Devices(LicenseLists lists) {
        this.lists = lists;
    }

    /** @param sort by {@code user}, {@code mdmId} and so on; by user if empty */
    public List<DeviceRow> page(LicenseFilter filter, Sort sort, ListWindow window, Actor actor) {
        return lists.page(ROWS, DeviceRow.class, sight(actor), filter.in(Words.SUPPLIERS, null), sort, STANDARD, window);
    }

    /** All that pass the filter, read as they are taken. */
    public void each(LicenseFilter filter, Sort sort, Actor actor, Consumer<DeviceRow> reader) {
        lists.each(ROWS, DeviceRow.class, sight(actor), filter.in(Words.SUPPLIERS, null), sort, STANDARD, reader);
    }

    public int count(LicenseFilter filter, Actor actor) {
        return lists.count(sight(actor), filter.in(Words.SUPPLIERS, null));
    }

    /** Whether there is any device at all. */
    public boolean any(Actor actor) {
        return lists.any(sight(actor));
    }

    private static LicenseSight sight(Actor actor) {
        return LicenseSight.ofDistributor(actor.companyAs(Role.DISTRIBUTOR));
    }
}
