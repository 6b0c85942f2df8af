package com.texchange.licenselists;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.LicenseOrder;
import com.texchange.connections.SelectedLicenses;
import com.texchange.connections.ServiceCounts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lists of licenses over several distributors have in common: the ids of a page come from an index in the list's order (V46),
 * what is selected is counted and taken apart where it is, never read as a whole.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class LicenseLists {

    private static final String FROM = " from licenses_license license where ";
    /** Distributor by distributor: within each the order is that of its own index. A page needs no more of one than it reaches. */
    private static final String BY_DISTRIBUTOR = """
            select found.id from (%1$s order by %2$s, id%4$s) distributor
                cross join lateral (select license.id from licenses_license license
                    where license.distributor_id = distributor.id and %3$s order by license.number%4$s limit %5$d) found""";
    /** What a filter leaves is less, and sorted. */
    private static final String SORTED_BY_DISTRIBUTOR = """
            select license.id from licenses_license license join (%1$s) distributor on distributor.id = license.distributor_id
            where %3$s order by distributor.%2$s, distributor.id%4$s, license.number%4$s""";
    /** Rows {@code page} where the ids are known. */
    private static final String GIVEN = "unnest(:ids::uuid[]) with ordinality as page (id, line)";
    private static final int READ_AT_ONCE = 1_000;
    private final JdbcClient jdbc;

    LicenseLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What of each of its distributors' a supplier may see, and what of it is with others, be it that these are still to accept its
     * invitation. Those that show it nothing would be gone through in vain.
     */
    LicenseSight ofSupplier(Actor actor) {
        CompanyId supplier = actor.companyAs(Role.SUPPLIER);
        Map<String, Boolean> partners = new LinkedHashMap<>();
        jdbc.sql("""
                select place.distributor_id, given.supplier_id is not null
                from partners_partnership place left join grants_grant given
                    on given.supplier_id = place.supplier_id and given.distributor_id = place.distributor_id
                where place.supplier_id = :supplier and place.distributor_id is not null and (given.supplier_id is not null
                    or place.distributor_id in (select distributor_id from connections_in_service
                        where supplier_id = :supplier and connected > 0)
                    or place.distributor_id in (select distributor_id from licenses_owned where owner_id = :supplier and licenses > 0))
                union all
                select owned.distributor_id, false from licenses_owned owned
                where owned.owner_id = :supplier and owned.licenses > 0 and owned.distributor_id <> :supplier
                    and not exists (select from partners_partnership place
                        where place.supplier_id = :supplier and place.distributor_id = owned.distributor_id)""")
                .param("supplier", supplier)
                .query(row -> {
                    partners.put(row.getString(1), row.getBoolean(2));
                });
        return LicenseSight.ofSupplier(supplier, partners.keySet().toArray(String[]::new),
                partners.keySet().stream().filter(partners::get).toArray(String[]::new));
    }

    /**
     * A page of the list. How a search is best answered depends on its words; what is shown of what it finds is always read in the
     * same way, by a statement of its own.
     *
     * @param rows as of {@link #rows}
     */
    <T> List<T> page(String rows, Class<T> type, LicenseSight sight, LicenseFilter filter, Sort sort, String standard, ListWindow window) {
        if (filter.isAll()) {
            return rows(rows, sight, filter, sort, standard, window).query(type).list();
        }
        SelectedLicenses listed = SelectedLicenses.of(filter, companies(sight));
        List<String> ids = asked(ids(sight, listed, false, sort, standard, window), sight, listed, window).query(String.class).list();
        return ids.isEmpty() ? List.of() : jdbc.sql(rows.formatted(GIVEN)).params(sight.parameters())
                .param("ids", (window.fromEnd() ? ids.reversed() : ids).toArray(String[]::new)).query(type).list();
    }

    /** All that pass the filter, read as they are taken. @param rows as of {@link #rows} */
    <T> void each(String rows, Class<T> type, LicenseSight sight, LicenseFilter filter, Sort sort, String standard, Consumer<T> reader) {
        try (Stream<T> read = rows(rows, sight, filter, sort, standard, ListWindow.all()).withFetchSize(READ_AT_ONCE).query(type).stream()) {
            read.forEach(reader);
        }
    }

    /**
     * The statement for rows of the list.
     *
     * @param rows     what to read of the rows {@code page}, which have {@code id} and {@code line}, the place in the page
     * @param standard the column by which it is sorted where none is chosen
     */
    private JdbcClient.StatementSpec rows(String rows, LicenseSight sight, LicenseFilter filter, Sort sort, String standard, ListWindow window) {
        SelectedLicenses listed = SelectedLicenses.of(filter, companies(sight));
        String ids = "(select ids.id, %srow_number() over () as line from (%s) ids) page".formatted(
                window.fromEnd() ? "-" : "", ids(sight, listed, filter.isAll(), sort, standard, window));
        return asked(rows.formatted(ids), sight, listed, window);
    }

    private JdbcClient.StatementSpec asked(String sql, LicenseSight sight, SelectedLicenses listed, ListWindow window) {
        return asked(sql, sight, listed).param("offset", window.offset());
    }

    private static String ids(LicenseSight sight, SelectedLicenses listed, boolean all, Sort sort, String standard, ListWindow window) {
        return ordered(sight, listed, all, sort, standard, window) + window.slice();
    }

    private static String ordered(LicenseSight sight, SelectedLicenses listed, boolean all, Sort sort, String standard, ListWindow window) {
        String by = distributorsColumn(sight, sort, standard);
        boolean reversed = window.fromEnd();
        if (by == null) {
            return "select license.id" + FROM + sight.sql() + listed.sql() + " order by " + LicenseOrder.by(sort, standard, reversed);
        }
        String direction = sort.stream().anyMatch(Sort.Order::isDescending) == reversed ? "" : " desc";
        return (all ? BY_DISTRIBUTOR : SORTED_BY_DISTRIBUTOR)
                .formatted(sight.distributors(), by + direction, sight.sql() + listed.sql(), direction, reach(window));
    }

    /** No parameter, so that PostgreSQL knows how little it is, and one of few numbers, so that there are few statements. */
    private static long reach(ListWindow window) {
        return 2 * Long.highestOneBit((long) window.offset() + window.limit());
    }

    /** What of the distributors the list is sorted by; null if by something of the licenses. */
    private static @Nullable String distributorsColumn(LicenseSight sight, Sort sort, String standard) {
        return switch (sort.stream().map(Sort.Order::getProperty).findFirst().orElse(standard)) {
            case "distributor" -> "name collate common_alphabet";
            case "code" -> sight.hasCodes() ? "code" : null;
            default -> null;
        };
    }

    boolean any(LicenseSight sight) {
        return asked("select exists (select" + FROM + sight.sql() + ")", sight, SelectedLicenses.of(LicenseFilter.NONE, companies(sight)))
                .query(Boolean.class).single();
    }

    int count(LicenseSight sight, LicenseFilter filter) {
        if (filter.isAll()) {
            return jdbc.sql(sight.counting()).params(sight.parameters()).query(Integer.class).single();
        }
        SelectedLicenses listed = SelectedLicenses.of(filter, companies(sight));
        return asked("select count(*)" + FROM + sight.sql() + listed.sql(), sight, listed).query(Integer.class).single();
    }

    /**
     * How many of the selected licenses are in service, out of it, and blocked.
     *
     * @param inService a condition on rows {@code license}
     */
    ServiceCounts counts(LicenseSight sight, Selection<LicenseId, LicenseFilter> selection, String inService) {
        SelectedLicenses selected = SelectedLicenses.of(selection, companies(sight));
        return asked("""
                select count(*) filter (where %1$s) as in_service, count(*) - count(*) filter (where %1$s) as out_of_service,
                    count(*) filter (where license.blocked) as blocked""".formatted(inService) + FROM + sight.sql() + selected.sql(),
                sight, selected).query(ServiceCounts.class).single();
    }

    /**
     * The selection as each distributor's part of it: a filter stays one, since an order counts only what is its distributor's own;
     * licenses that were chosen one by one are put to whose they are.
     */
    Map<CompanyId, Selection<LicenseId, LicenseFilter>> byDistributor(LicenseSight sight, Selection<LicenseId, LicenseFilter> selection) {
        Map<CompanyId, Selection<LicenseId, LicenseFilter>> parts = new LinkedHashMap<>();
        boolean some = selection instanceof Selection.Chosen;
        SelectedLicenses selected = SelectedLicenses.of(selection, companies(sight));
        asked("select license.distributor_id, " + (some ? "array_agg(license.id)" : "null::uuid[]") + FROM + sight.sql()
                + selected.sql() + " group by 1 order by 1", sight, selected).query(row -> {
                    parts.put(new CompanyId(row.getObject(1, UUID.class)),
                            some ? new Selection.Chosen<>(ids(List.of((UUID[]) row.getArray(2).getArray()))) : selection);
                });
        return parts;
    }

    /** Those of the selected licenses that a list shows, at most so many. */
    Set<LicenseId> ids(LicenseSight sight, Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, int limit) {
        SelectedLicenses both = SelectedLicenses.of(selection, shown, companies(sight));
        return ids(asked("select license.id" + FROM + sight.sql() + both.sql() + " limit :limit", sight, both)
                .param("limit", limit).query(UUID.class).list());
    }

    int count(LicenseSight sight, Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown) {
        SelectedLicenses both = SelectedLicenses.of(selection, shown, companies(sight));
        return asked("select count(*)" + FROM + sight.sql() + both.sql(), sight, both).query(Integer.class).single();
    }

    /** Those from one row of the list to another, both among them, whichever comes first; no more than the limit. */
    Set<LicenseId> range(LicenseSight sight, LicenseFilter filter, Sort sort, String standard, LicenseId from, LicenseId to, int limit) {
        SelectedLicenses listed = SelectedLicenses.of(filter, companies(sight));
        String place = place(sight, sort, standard);
        String among = FROM + sight.sql() + listed.sql();
        String end = "(select " + place.substring(1, place.length() - 1) + among + " and license.id = :%s)";
        String between = " and (%1$s >= %2$s and %1$s <= %3$s or %1$s >= %3$s and %1$s <= %2$s) limit :limit"
                .formatted(place, end.formatted("from"), end.formatted("to"));
        return ids(asked("select license.id" + among + between, sight, listed)
                .param("from", from).param("to", to).param("limit", limit)
                .query(UUID.class).list());
    }

    private static String place(LicenseSight sight, Sort sort, String standard) {
        String by = distributorsColumn(sight, sort, standard);
        return by == null ? LicenseOrder.place(sort, standard)
                : "((select %s from (%s) distributor where id = license.distributor_id), license.distributor_id, license.number)"
                        .formatted(by, sight.distributors());
    }

    /** Asked before the licenses: how many there are decides how these are best read. */
    private SelectedLicenses.Companies companies(LicenseSight sight) {
        return new SelectedLicenses.Companies() {
            @Override
            public String[] named(String word) {
                return found("select w.company_id from partners_company_words w where w.words like :word", word);
            }

            @Override
            public String[] coded(String word) {
                return !sight.hasCodes() ? new String[0]
                        : found("select id from (" + sight.distributors() + ") distributor where ' ' || code like :word", word);
            }

            private String[] found(String sql, String word) {
                return jdbc.sql(sql).params(sight.parameters()).param("word", word).query(String.class).list().toArray(String[]::new);
            }
        };
    }

    private JdbcClient.StatementSpec asked(String sql, LicenseSight sight, SelectedLicenses selected) {
        return jdbc.sql(sql).params(sight.parameters()).params(selected.parameters());
    }

    private static Set<LicenseId> ids(Collection<UUID> found) {
        Set<LicenseId> ids = LinkedHashSet.newLinkedHashSet(found.size());
        found.forEach(id -> ids.add(new LicenseId(id)));
        return ids;
    }
}
