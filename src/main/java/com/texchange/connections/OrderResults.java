package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.GrantId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders that were placed and what became of each license, for ever. The operator's people see all, a company those of
 * which it is a party, and of those of the other's people the company alone.
 */
@Service
@Transactional(readOnly = true)
public class OrderResults {

    /** Of the acting person: for the own company's people and the operator's. */
    static final String NAME = "case when :all or o.acting_id = :company then person.name end";
    private static final String SUMMARY = """
            select o.id, o.kind, o.state, o.supplier_id, o.distributor_id, o.reason, o.placed_at, o.undoes, undoing.id as undone_by,
                coalesce(undoing.undone, false) as undone, o.done, o.open, o.left_out, o.waiting, supplier.name as supplier, distributor.name as distributor, place.code,
                %s as placed_by, company.name as company, coalesce(o.acting_id = o.supplier_id, false) as by_supplier,
                given.given_at as granted_at, device.mdm_id as to_mdm_id, o.to_agent, o.approval,
                o.left_out > 0 and (o.undoes is null or exists (select from connection_order_item item
                    where item.order_id = o.id and %s)) as again
            from (%%s) o
                left join partners_company supplier on supplier.id = o.supplier_id
                join partners_company distributor on distributor.id = o.distributor_id
                left join partners_partnership place on place.supplier_id = o.supplier_id and place.distributor_id = o.distributor_id
                join accounts_person person on person.id = o.placed_by
                left join partners_company company on company.id = o.acting_id
                left join licenses_device device on device.id = o.to_device
                left join grants_given given on given.grant_id = o.grant_id
                left join lateral (
                    select u.id, u.state = 'FINISHED' and connection_order_standing(u.id) > 0 as undone
                    from connection_order u where u.undoes = o.id and (u.state <> 'FINISHED' or u.done > 0)
                        and (o.resumed_at is null or u.placed_at >= o.resumed_at)
                    order by undone desc, u.placed_at desc limit 1) undoing on true
            order by o.placed_at desc, o.id
            """.formatted(NAME, RequestStatement.LEFT_BY_UNDO);
    private static final String OWN = "(:all or o.distributor_id = :company or o.supplier_id = :company)";
    private static final String ONE = "select * from connection_order o where o.id = :id and " + OWN;
    /** A company's orders: each part has an index. */
    private static final List<String> PARTS = List.of("o.distributor_id = :company", "o.supplier_id = :company and o.distributor_id <> :company");
    /** As many as a page may need, in the order of an index. */
    private static final String LATEST = """
            (select * from connection_order o where %s order by o.placed_at desc, o.id limit :offset + :limit)
            """;
    private static final String COUNT = "(select count(*) from connection_order o where %s)";
    private static final String PAGE_OF = "select * from (%s) o order by o.placed_at desc, o.id offset :offset limit :limit";
    private static final String UNDER_GRANT =
            " and o.id in (select used.order_id from connection_order_grant used where used.grant_id = :grant)";
    private static final String OF_ORDER = "where item.order_id = :order and (:state::text is null or item.state = :state)\n";
    private static final String ROWS =
            "from connection_order_item item join licenses_license license on license.id = item.license_id\n" + OF_ORDER;
    /** Who has changed it since is looked up for one page only. */
    private static final String PAGE = """
            select row.*, later.name as changed_by, later.company as changed_for, later.done_at as changed_at
            from (select item.license_id, license.number, item.state, item.reason as verdict, placed.supplier_id, placed.kind,
                        item.order_id, item.done_at, placed.finished_at
                    from (select item.*, license.number as by_number %%s order by license.number offset :offset limit :limit) item
                    join licenses_license license on license.id = item.license_id
                    join connection_order placed on placed.id = item.order_id) row
                left join lateral (select %s as name, acting.name as company, other.done_at
                    from connection_order_item other join connection_order o on o.id = other.order_id
                        join accounts_person person on person.id = o.placed_by
                        left join partners_company acting on acting.id = o.acting_id
                    where row.verdict = 'CHANGED_SINCE' and other.license_id = row.license_id and other.state = 'DONE'
                        and case row.kind when 'MOVE' then o.kind = 'MOVE' else o.kind <> 'MOVE' and o.supplier_id = row.supplier_id end
                        and other.order_id <> row.order_id and other.done_at <= coalesce(row.done_at, row.finished_at, now())
                    order by other.done_at desc limit 1) later on true
            order by row.number
            """.formatted(NAME);
    /** By number alone: who is a party to an order need not see more of its licenses now. */
    private static final String WORD = "' ' || license.number like %s";
    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    OrderResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest first.
     *
     * @param grant under which they have changed something; null for all
     */
    public List<OrderSummary> page(@Nullable GrantId grant, int offset, int limit, Actor actor) {
        String under = grant == null ? "" : UNDER_GRANT;
        String latest = seesAll(actor) ? LATEST.formatted("true" + under)
                : LATEST.formatted(PARTS.getFirst() + under) + "union all" + LATEST.formatted(PARTS.getLast() + under);
        return jdbc.sql(SUMMARY.formatted(PAGE_OF.formatted(latest))).params(whose(actor)).param("grant", grant)
                .param("offset", offset).param("limit", limit)
                .query(OrderSummary.class).list();
    }

    /** @param grant as above */
    public int count(@Nullable GrantId grant, Actor actor) {
        String under = grant == null ? "" : UNDER_GRANT;
        String counted = seesAll(actor) ? COUNT.formatted("true" + under) : COUNT.formatted(PARTS.getFirst() + under) + " + " + COUNT.formatted(PARTS.getLast() + under);
        return jdbc.sql("select " + counted).params(whose(actor)).param("grant", grant)
                .query(Integer.class).single();
    }

    /** None also where the person must not see it. */
    public Optional<OrderSummary> find(OrderId id, Actor actor) {
        return jdbc.sql(SUMMARY.formatted(ONE)).params(whose(actor)).param("id", id)
                .query(OrderSummary.class).optional();
    }

    /** By number; nothing of an order that the person must not see. */
    public List<OrderRow> rows(OrderId id, OrderRowFilter filter, int offset, int limit, Actor actor) {
        if (!isSeen(id, actor)) {
            return List.of();
        }
        return jdbc.sql(PAGE.formatted(ROWS + filter.words().sql(WORD))).params(parameters(id, filter)).params(whose(actor))
                .param("offset", offset).param("limit", limit)
                .query(OrderRow.class).list();
    }

    public int countRows(OrderId id, OrderRowFilter filter, Actor actor) {
        if (!isSeen(id, actor)) {
            return 0;
        }
        // Of up to a million rows, each has a license: that is read for its number only.
        String counted = filter.words().words().isEmpty() ? "from connection_order_item item " + OF_ORDER : ROWS + filter.words().sql(WORD);
        return jdbc.sql("select count(*) " + counted).params(parameters(id, filter))
                .query(Integer.class).single();
    }

    /** All rows that pass the filter, by number, read as they are taken; nothing of an order that the person must not see. */
    public void each(OrderId id, OrderRowFilter filter, Actor actor, Consumer<OrderRow> reader) {
        if (!isSeen(id, actor)) {
            return;
        }
        try (Stream<OrderRow> rows = jdbc.sql(PAGE.formatted(ROWS + filter.words().sql(WORD)))
                .params(parameters(id, filter)).params(whose(actor)).param("offset", 0).param("limit", ConnectionOrders.MAX_LICENSES)
                .withFetchSize(FETCHED_AT_ONCE).query(OrderRow.class).stream()) {
            rows.forEach(reader);
        }
    }

    private boolean isSeen(OrderId id, Actor actor) {
        return jdbc.sql("select exists (select from connection_order o where o.id = :id and " + OWN + ")")
                .params(whose(actor)).param("id", id).query(Boolean.class).single();
    }

    private static Map<String, @Nullable Object> parameters(OrderId id, OrderRowFilter filter) {
        Map<String, @Nullable Object> parameters = new HashMap<>(filter.words().parameters());
        parameters.put("order", id);
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        return parameters;
    }

    private static boolean seesAll(Actor actor) {
        return actor.has(Role.SALES) || actor.has(Role.PROCESS_MANAGER);
    }

    private static Map<String, @Nullable Object> whose(Actor actor) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("all", seesAll(actor));
        parameters.put("company", actor.companyId());
        return parameters;
    }
}
