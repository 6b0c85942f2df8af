package com.texchange.benchmark;

import com.texchange.benchmark.SeededLicenses.Cast;
import com.texchange.common.ListWindow;
import com.texchange.common.Selection;
import com.texchange.connections.ChosenLicenses;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.LicenseRow;
import com.texchange.connections.ServiceCounts;
import com.texchange.connections.ServiceOverview;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;

/**
 * What a distributor's grid of services asks. A page in the middle and the last one have two floors: whoever knows a page's first
 * row begins there, and reads the last page from the end; whoever knows but its place has to go past all that is before it.
 */
@TestComponent
@Order(1)
class ServiceListMeasures implements Measures {

    static final int PAGE = 50;
    /** Is added to a name where the floor knows only how many rows are before the page. */
    static final String BY_PLACE = ", ÷ by its place";
    private static final String ROW = """
            select license.id, license.number, license.activation_code, license.user_name, license.config_version, license.mdm_id,
                license.blocked,
                case when connection.published_at is not null then 'IN_SERVICE'
                    when connection.license_id is not null or exists (select from connection_order_item item
                        join connection_order placed on placed.id = item.order_id
                        where item.license_id = license.id and item.state in ('REQUESTED', 'REFUSED') and placed.kind = 'CONNECT'
                            and placed.supplier_id = ?) then 'PENDING'
                    else 'OUT_OF_SERVICE' end as status
            """;
    private static final String FROM = """
            from license left join connection on connection.license_id = license.id and connection.supplier_id = ?
            where license.distributor_id = ?""" + " ";
    private static final String FIRST = ROW + FROM + "order by license.number limit 50";
    private static final String BY_KEY = ROW + FROM + "and license.number >= ? order by license.number limit 50";
    private static final String FROM_END = "select * from (" + ROW + FROM + "order by license.number desc limit 50) page order by number";
    private static final String PLACED = ROW + """
            from (select id from license where distributor_id = ? order by number offset ? limit 50) page
                join license on license.id = page.id
                left join connection on connection.license_id = license.id and connection.supplier_id = ?
            order by license.number""";
    private static final String FOUND = ROW + FROM + "and license.search like ? order by license.number limit 50";
    private static final String FOUND_BY_TWO = ROW + FROM
            + "and license.search like ? and license.search like ? order by license.number limit 50";
    private static final String COUNT = "select count(*) from license where distributor_id = ?";
    private static final String GROUPS = """
            select supplier.id, supplier.name, coalesce(tally.in_service, 0)
            from partnership place join company supplier on supplier.id = place.supplier_id
                left join connection_tally tally on tally.distributor_id = place.distributor_id and tally.supplier_id = place.supplier_id
            where place.distributor_id = ? order by supplier.name collate common_alphabet, supplier.id""";
    private static final String COUNTS = """
            select kept.in_service, there.licenses - kept.in_service, there.blocked
            from connection_tally kept,
                (select (select count(*) from license where distributor_id = ?) as licenses,
                    (select count(*) from license where distributor_id = ? and blocked) as blocked) there
            where kept.distributor_id = ? and kept.supplier_id = ?""";
    private static final String FOUND_COUNTS = """
            select count(connection.license_id), count(*) - count(connection.license_id), count(*) filter (where license.blocked)
            from license left join connection on connection.license_id = license.id and connection.supplier_id = ?
                and connection.published_at is not null
            where license.distributor_id = ? and license.search like ?""";

    private final ServiceOverview overview;
    private final ChosenLicenses chosen;
    private final Floor floor;
    /** As a grid knows it. */
    private int count;

    ServiceListMeasures(ServiceOverview overview, ChosenLicenses chosen, Floor floor) {
        this.overview = overview;
        this.chosen = chosen;
        this.floor = floor;
    }

    @Override
    public void measure(Cast cast, Sizes sizes, Race race) throws Exception {
        count = overview.count(LicenseFilter.NONE, cast.person());
        pages(cast, race);
        LicenseRow row = page(cast, "", count / 2).stream().filter(one -> one.userName() != null).findFirst().orElseThrow();
        searches(cast, row.number(), row.userName().split(" "), race);
        counts(cast, row.userName().split(" ")[0], race);
    }

    private void pages(Cast cast, Race race) throws Exception {
        UUID supplier = cast.supplier().value();
        UUID distributor = cast.distributor().id().value();
        int middle = count / 2;
        String first = page(cast, "", middle).getFirst().number();
        race.read("services, first page", () -> page(cast, "", 0), ServiceListMeasures::shown,
                () -> floor.rows(FIRST, supplier, supplier, distributor));
        race.read("services, middle page", () -> page(cast, "", middle), ServiceListMeasures::shown,
                Map.of("", () -> floor.rows(BY_KEY, supplier, supplier, distributor, first), BY_PLACE, placed(cast, middle)));
        race.read("services, last page", () -> page(cast, "", count - PAGE), ServiceListMeasures::shown,
                Map.of("", () -> floor.rows(FROM_END, supplier, supplier, distributor), BY_PLACE, placed(cast, count - PAGE)));
    }

    private Callable<List<String>> placed(Cast cast, int offset) {
        return () -> floor.rows(PLACED, cast.supplier().value(), cast.distributor().id().value(), offset, cast.supplier().value());
    }

    private void searches(Cast cast, String number, String[] agent, Race race) throws Exception {
        UUID supplier = cast.supplier().value();
        UUID distributor = cast.distributor().id().value();
        race.read("services, search by number, hit", () -> page(cast, number, 0), ServiceListMeasures::shown,
                () -> floor.rows(FOUND, supplier, supplier, distributor, like(number)));
        race.read("services, search by agent, hit", () -> page(cast, agent[0] + " " + agent[1], 0), ServiceListMeasures::shown,
                () -> floor.rows(FOUND_BY_TWO, supplier, supplier, distributor, like(agent[0]), like(agent[1])));
        race.read("services, search, miss", () -> page(cast, "нетакого", 0), ServiceListMeasures::shown,
                () -> floor.rows(FOUND, supplier, supplier, distributor, like("нетакого")));
    }

    private void counts(Cast cast, String surname, Race race) throws Exception {
        UUID supplier = cast.supplier().value();
        UUID distributor = cast.distributor().id().value();
        race.read("services, count of all", () -> List.of(overview.count(LicenseFilter.NONE, cast.person())), List::of,
                () -> floor.rows(COUNT, distributor));
        race.read("services, groups with counts", () -> overview.groups(cast.person()),
                group -> List.of(group.supplierId().value(), group.supplierName(), group.inService()),
                () -> floor.rows(GROUPS, distributor));
        race.read("selection of all, counts", () -> List.of(counts(cast, "")), ServiceListMeasures::shown,
                () -> floor.rows(COUNTS, distributor, distributor, distributor, supplier));
        race.read("selection of all found by a name, counts", () -> List.of(counts(cast, surname)), ServiceListMeasures::shown,
                () -> floor.rows(FOUND_COUNTS, supplier, distributor, like(surname)));
    }

    private List<LicenseRow> page(Cast cast, String text, int offset) {
        return overview.page(cast.supplier(), new LicenseFilter(text), Sort.unsorted(), ListWindow.of(offset, PAGE, text.isEmpty() ? count : 0), cast.person());
    }

    private ServiceCounts counts(Cast cast, String text) {
        return chosen.counts(cast.supplier(), new Selection.Matching<>(new LicenseFilter(text), Set.of()), cast.person());
    }

    private static List<@Nullable Object> shown(LicenseRow row) {
        return Arrays.asList(row.licenseId().value(), row.number(), row.activationCode(), row.userName(), row.configVersion(),
                row.mdmId(), row.blocked(), row.status());
    }

    private static List<Object> shown(ServiceCounts counts) {
        return List.of(counts.inService(), counts.outOfService(), counts.blocked());
    }

    /** As {@code common_search_form} has it. */
    static String like(String word) {
        return "%" + word.toLowerCase(java.util.Locale.ROOT).replace('ё', 'е').replace("-", "") + "%";
    }
}
