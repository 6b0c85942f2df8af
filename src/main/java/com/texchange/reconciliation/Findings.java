package com.texchange.reconciliation;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.PlannedAnew;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comparisons have found, row by row, and the orders that put it right. Every query is about the actor's own company. */
@Service
@Transactional(readOnly = true)
public class Findings {

    private static final String OWN = """
            from reconciliation_row found where found.reconciliation_id = :id
                and exists (select from reconciliation own where own.id = :id and own.company_id = :company)""";
    private static final String WHICH = OWN + " and (:finding::text is null or found.finding = :finding) ";
    private static final String WORD = "' ' || found.number like %s";
    private static final String PAGE = """
            select found.place, line.line is not null as listed, found.finding, found.license_id, found.number,
                coalesce(line.activation_code, '') as activation_code, coalesce(line.code, '') as listed_code, place.code,
                distributor.name as distributor, line.fault, line.fault_column
            from (select found.* %s order by found.place offset :offset limit :limit) found
                left join reconciliation_line line
                    on line.reconciliation_id = found.reconciliation_id and line.line = found.place
                left join partners_company distributor on distributor.id = found.distributor_id
                left join partners_partnership place
                    on place.supplier_id = :company and place.distributor_id = found.distributor_id
            order by found.place
            """;
    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    Findings(@PlannedAnew JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the list; then what it does not name, by number. */
    public List<FindingRow> page(ReconciliationId id, FindingFilter filter, int offset, int limit, Actor actor) {
        return asked(PAGE, id, filter, actor).param("offset", offset).param("limit", limit).query(FindingRow.class).list();
    }

    public int count(ReconciliationId id, FindingFilter filter, Actor actor) {
        return asked("select count(*) %s", id, filter, actor).query(Integer.class).single();
    }

    /** All that pass the filter, read as they are taken. */
    public void each(ReconciliationId id, FindingFilter filter, Actor actor, Consumer<FindingRow> reader) {
        try (Stream<FindingRow> rows = asked(PAGE, id, filter, actor).param("offset", 0).param("limit", Integer.MAX_VALUE)
                .withFetchSize(FETCHED_AT_ONCE).query(FindingRow.class).stream()) {
            rows.forEach(reader);
        }
    }

    /** How often something was found; what was not is not there. */
    public Map<Finding, Integer> counts(ReconciliationId id, Actor actor) {
        Map<Finding, Integer> counts = new EnumMap<>(Finding.class);
        jdbc.sql("select found.finding, count(*) " + OWN + " group by 1").params(whose(id, actor))
                .query(row -> {
                    counts.put(Finding.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** How many rows may name licenses that cannot be told from them: any of those that the list seems not to name. */
    public int unreadable(ReconciliationId id, Actor actor) {
        return jdbc.sql("select count(*) " + OWN + " and found.finding = 'MALFORMED' and found.license_id is null")
                .params(whose(id, actor)).query(Integer.class).single();
    }

    /**
     * Orders that put right what was found: to connect what the supplier alone has, under the codes that the distributors have here, or to
     * disconnect what T-Exchange alone has. One for each distributor; at most as many licenses as an order may hold are in them.
     *
     * @throws NullPointerException if no order puts that right
     */
    public List<OrderRequest> requests(Finding finding, ReconciliationId id, Actor actor) {
        List<OrderRequest> requests = new ArrayList<>();
        CompanyId supplier = actor.companyAs(Role.SUPPLIER);
        OrderKind kind = Objects.requireNonNull(finding.putRightBy());
        jdbc.sql("select chosen.distributor_id, array_agg(chosen.license_id) from (select found.distributor_id, found.license_id "
                        + WHICH + " order by found.place limit :most) chosen group by 1 order by 1")
                .params(whose(id, actor))
                .param("finding", finding)
                .param("most", ConnectionOrders.MAX_LICENSES)
                .query(row -> {
                    UUID[] licenses = (UUID[]) row.getArray(2).getArray();
                    requests.add(new OrderRequest(kind, supplier, new CompanyId(row.getObject(1, UUID.class)),
                            new Selection.Chosen<>(Arrays.stream(licenses).map(LicenseId::new).collect(Collectors.toSet())), null));
                });
        return requests;
    }

    private JdbcClient.StatementSpec asked(String sql, ReconciliationId id, FindingFilter filter, Actor actor) {
        return jdbc.sql(sql.formatted(WHICH + filter.words().sql(WORD))).params(whose(id, actor))
                .params(filter.words().parameters())
                .param("finding", filter.finding() == null ? null : filter.finding().name());
    }

    private static Map<String, @Nullable Object> whose(ReconciliationId id, Actor actor) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id.value());
        parameters.put("company", actor.companyAs(Role.SUPPLIER));
        return parameters;
    }
}
