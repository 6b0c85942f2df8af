package com.texchange.reconciliation;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.tables.MappedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists that the people of a supplier have compared with what is connected to it. Each is seen by that supplier's people only,
 * until it is {@link ForgettingReconciliations forgotten}.
 */
@Service
@Transactional
public class Reconciliations {

    /** Rows of all lists that are kept of one company: a list of a million rows for each day, and some more. */
    static final int MOST_LINES = 20_000_000;
    private static final String SUMMARY = """
            select own.id, person.name, own.begun_at, own.lines, own.compared_at
            from reconciliation own join accounts_person person on person.id = own.begun_by
            where own.company_id = :company""";
    /**
     * Whether an order that was begun from a list has come to its end since the list was compared; one that goes on with what had to wait
     * ends once more.
     */
    private static final String ENDED = """
            select exists (select from reconciliation_order begun join connections_order placed on placed.id = begun.order_id
                where begun.reconciliation_id = :id and placed.state = 'FINISHED'
                    and placed.finished_at is distinct from begun.compared_end)""";

    private final ListCopy copy;
    private final Comparison comparison;
    private final ReconciliationProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    Reconciliations(ListCopy copy, Comparison comparison, ReconciliationProperties properties, JdbcClient jdbc, Clock clock,
            AuditTrail audit) {
        this.copy = copy;
        this.comparison = comparison;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Takes a list and compares it. One of more than {@value Comparison#FEW} rows is only taken: {@link #compare} takes seconds then.
     *
     * @throws RefusedException if the table lacks a column or has no rows, or the lists that are kept of the company have too many already
     */
    public ReconciliationId begin(MappedTable<ListColumn> list, Actor actor) {
        return begin(reader -> SupplierList.each(list, reader), actor);
    }

    ReconciliationId begin(Consumer<Consumer<ListedLicense>> list, Actor actor) {
        CompanyId company = actor.actingAs(Role.SUPPLIER);
        requireRoom(company);
        ReconciliationId id = ReconciliationId.random();
        int lines = copy.write(id, list);
        jdbc.sql("""
                insert into reconciliation (id, company_id, begun_by, begun_at, lines)
                values (:id, :company, :person, :now, :lines)""")
                .param("id", id.value())
                .param("company", company)
                .param("person", actor.id())
                .param("now", clock.instant())
                .param("lines", lines)
                .update();
        audit.record(Audited.of(AuditKind.RECONCILED, actor).about(AuditSubject.of(AuditSubject.Type.RECONCILIATION, id.value(), ""))
                .values(null, lines));
        if (lines <= Comparison.FEW) {
            compare(id, actor);
        }
        return id;
    }

    /** Each list is copied: without an end, one company could fill the database. */
    private void requireRoom(CompanyId company) {
        long lines = jdbc.sql("select coalesce(sum(lines), 0) from reconciliation where company_id = :company").param("company", company)
                .query(Long.class).single();
        if (lines >= MOST_LINES) {
            Instant oldest = jdbc.sql("select min(begun_at) from reconciliation where company_id = :company").param("company", company)
                    .query(OffsetDateTime.class).single().toInstant();
            throw new RefusedException("reconciliation.tooMuch", MOST_LINES, oldest.plus(properties.keep()));
        }
    }

    /**
     * Compares a list with what is connected now.
     *
     * @throws NoSuchElementException if the person's company has no such list, or it is forgotten
     */
    public void compare(ReconciliationId id, Actor actor) {
        compare(id, lock(id, actor), actor);
    }

    /**
     * The same where it {@link #isBehind}: pages of several colleagues hear of it at once, and one of them compares for all.
     *
     * @throws NoSuchElementException as {@link #compare}
     */
    public void catchUp(ReconciliationId id, Actor actor) {
        int lines = lock(id, actor);
        if (isBehind(id, actor)) {
            compare(id, lines, actor);
        }
    }

    private void compare(ReconciliationId id, int lines, Actor actor) {
        jdbc.sql("""
                update reconciliation_order begun set compared_end = placed.finished_at from connections_order placed
                where begun.reconciliation_id = :id and placed.id = begun.order_id and placed.state = 'FINISHED'""")
                .param("id", id.value()).update();
        jdbc.sql("update reconciliation set compared_at = :now where id = :id")
                .param("id", id.value()).param("now", clock.instant()).update();
        comparison.run(id, actor.companyAs(Role.SUPPLIER), lines);
    }

    /** Whether it is still to be compared, or an order that was placed from there has ended since, so that less differs by now. */
    @Transactional(readOnly = true)
    public boolean isBehind(ReconciliationId id, Actor actor) {
        return find(id, actor).filter(found -> found.comparedAt() == null
                || jdbc.sql(ENDED).param("id", id.value()).query(Boolean.class).single()).isPresent();
    }

    /** Orders to put right what differs, placed by the person from that list. */
    public void placed(ReconciliationId id, List<ConnectionOrderInfo> orders, Actor actor) {
        actor.actingAs(Role.SUPPLIER);
        lock(id, actor);
        jdbc.sql("insert into reconciliation_order (reconciliation_id, order_id) select :id, unnest(:orders::uuid[])")
                .param("id", id.value())
                .param("orders", orders.stream().map(ConnectionOrderInfo::id).map(OrderId::toString).toArray(String[]::new))
                .update();
    }

    /** How many orders that were placed from there are under way. */
    @Transactional(readOnly = true)
    public int openOrders(ReconciliationId id, Actor actor) {
        return jdbc.sql("""
                select count(*) from reconciliation_order begun join connections_order placed on placed.id = begun.order_id
                where begun.reconciliation_id = :id and placed.supplier_id = :company and placed.state <> 'FINISHED'""")
                .param("id", id.value()).param("company", actor.companyAs(Role.SUPPLIER))
                .query(Integer.class).single();
    }

    /** None also where it is another company's. */
    @Transactional(readOnly = true)
    public Optional<Reconciliation> find(ReconciliationId id, Actor actor) {
        return jdbc.sql(SUMMARY + " and own.id = :id").param("company", actor.companyAs(Role.SUPPLIER))
                .param("id", id.value()).query(Reconciliations::reconciliation).optional();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Reconciliation> page(int offset, int limit, Actor actor) {
        return jdbc.sql(SUMMARY + " order by own.begun_at desc, own.id offset :offset limit :limit")
                .param("company", actor.companyAs(Role.SUPPLIER)).param("offset", offset).param("limit", limit)
                .query(Reconciliations::reconciliation).list();
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return jdbc.sql("select count(*) from reconciliation where company_id = :company")
                .param("company", actor.companyAs(Role.SUPPLIER)).query(Integer.class).single();
    }

    /** Until when it can be opened. */
    public Instant keptUntil(Reconciliation reconciliation) {
        return reconciliation.begunAt().plus(properties.keep());
    }

    /** Two pages of one list do not write at once. @return how many rows it has */
    private int lock(ReconciliationId id, Actor actor) {
        return jdbc.sql("select lines from reconciliation where id = :id and company_id = :company for update")
                .param("id", id.value()).param("company", actor.companyAs(Role.SUPPLIER))
                .query(Integer.class).optional().orElseThrow();
    }

    private static Reconciliation reconciliation(ResultSet row, int number) throws SQLException {
        return new Reconciliation(new ReconciliationId(row.getObject("id", UUID.class)), row.getString("name"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(), row.getInt("lines"),
                Optional.ofNullable(row.getObject("compared_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null));
    }
}
