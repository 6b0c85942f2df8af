package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.audit.HistoryCheck;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.grants.Grants;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several people connect, disconnect, move, load, block, grant, undo and try again at random and at once: whatever comes of it, the tables
 * agree with each other and with their history.
 */
@WithoutProcess
class RandomActsIT {

    private static final int PEOPLE = 4;
    private static final int ACTS = 60;
    /** Far more than one order after another can need. */
    private static final int ROUNDS = 50;

    @Autowired
    List<HistoryCheck> checks;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    ConnectionSteps steps;
    @Autowired
    MoveApprovals approvals;
    @Autowired
    WaitingLicenses waiting;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    Grants grants;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo distributor;
    private List<CompanyInfo> suppliers;
    private Actor distributorPerson;
    private List<Actor> supplierPeople;
    private Actor sales;
    private final List<LicenseId> licenses = new CopyOnWriteArrayList<>();
    private final Queue<OrderId> placed = new ConcurrentLinkedQueue<>();
    private final List<OrderId> finished = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 18902, 20261128})
    void theTablesAgreeWhateverPeopleDo(long seed) throws Exception {
        distributor = business.distributor("ООО «Дистрибьютор»");
        suppliers = List.of(business.supplier("ООО «Первый»"), business.supplier("ООО «Второй»"));
        suppliers.forEach(supplier -> business.partners(supplier, distributor));
        distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        supplierPeople = suppliers.stream().map(supplier -> business.person(supplier, Role.SUPPLIER)).toList();
        sales = business.person(null, Role.SALES);
        licenses.addAll(business.licenses(distributor, 8));
        licenses.addAll(business.licenses(distributor, suppliers.getFirst(), 4));

        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<?>> people = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                Random random = new Random(seed * PEOPLE + person);
                people.add(threads.submit(() -> IntStream.range(0, ACTS).forEach(act -> act(random))));
            }
            for (Future<?> person : people) {
                finishedWithoutError(person, seed);
            }
        }
        placed.forEach(this::carryOut);
        settle(seed);
        assertAgree(seed);
    }

    private static void finishedWithoutError(Future<?> person, long seed) throws InterruptedException {
        try {
            person.get();
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed + ": " + e.getCause(), e.getCause());
        }
    }

    /** A refusal is an answer like another. */
    private void act(Random random) {
        try {
            switch (random.nextInt(13)) {
                case 0, 1 -> order(OrderKind.CONNECT, random);
                case 2, 3 -> order(OrderKind.DISCONNECT, random);
                case 4, 5 -> order(OrderKind.MOVE, random);
                case 6 -> licenses.addAll(business.licenses(distributor, 1));
                case 7 -> blocking.change(any(licenses, random), random.nextBoolean(), "Случайно", sales);
                case 8 -> grant(random);
                case 9 -> undo(random);
                case 10 -> again(random);
                default -> carryOutNext(random);
            }
        } catch (RefusedException refusal) {
            assertThat(refusal.messageKey()).isNotBlank();
        }
    }

    private void order(OrderKind kind, Random random) {
        int supplier = random.nextInt(suppliers.size());
        boolean own = random.nextBoolean();
        @Nullable CompanyId with = kind == OrderKind.MOVE && !own ? null : suppliers.get(supplier).id();
        MoveTarget target = kind == OrderKind.MOVE
                ? new MoveTarget(random.nextBoolean() ? UUID.randomUUID() : null, "Агент " + random.nextInt(5)) : null;
        Actor person = own ? supplierPeople.get(supplier) : random.nextBoolean() ? distributorPerson : sales;
        OrderId order = orders.place(new OrderRequest(kind, with, distributor.id(), selection(random), target, "Случайно"), person).id();
        placed.add(order);
    }

    private Selection<LicenseId, LicenseFilter> selection(Random random) {
        List<LicenseId> shuffled = new ArrayList<>(licenses);
        Collections.shuffle(shuffled, random);
        Set<LicenseId> some = shuffled.stream().limit(1 + random.nextInt(6)).collect(Collectors.toSet());
        return random.nextInt(4) == 0 ? new Selection.Matching<>(LicenseFilter.NONE, some) : new Selection.Chosen<>(some);
    }

    private void grant(Random random) {
        CompanyInfo supplier = any(suppliers, random);
        if (random.nextBoolean()) {
            grants.giveAll(supplier.id(), distributorPerson);
        } else {
            grants.withdraw(supplier.id(), distributorPerson);
        }
        waiting.resumeBatch();
    }

    private void undo(Random random) {
        if (!finished.isEmpty()) {
            placed.add(orders.undo(any(finished, random), sales).id());
        }
    }

    private void again(Random random) {
        if (!finished.isEmpty()) {
            placed.add(orders.again(any(finished, random), sales).id());
        }
    }

    private void carryOutNext(Random random) {
        OrderId next = placed.poll();
        if (next != null) {
            if (random.nextInt(5) == 0) {
                // A step that broke off is done again, by another worker at the same time.
                steps.carryOut(next);
            }
            carryOut(next);
        }
    }

    private void carryOut(OrderId order) {
        try {
            approvals.decide(order, true, distributorPerson);
        } catch (RefusedException nothingAsked) {
            assertThat(nothingAsked.messageKey()).isEqualTo("connections.move.decided");
        }
        steps.carryOut(order);
        steps.finish(order);
        finished.add(order);
    }

    /** What goes on by itself comes to its end, and nothing begins it anew. */
    private void settle(long seed) {
        List<OrderId> open = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(Stream.generate(waiting::resumeBatch).limit(ROUNDS).anyMatch(gone -> gone == 0)).as("causes, seed " + seed).isTrue();
            open = jdbc.sql("select id from connection_order where distributor_id = ? and state <> 'FINISHED' order by id")
                    .param(distributor.id().value()).query(UUID.class).list().stream().map(OrderId::new).toList();
            open.forEach(this::carryOut);
        }
        assertThat(open).as("orders that go on for ever, seed " + seed).isEmpty();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private void assertAgree(long seed) {
        assertChecksFindNothing(seed);
        assertNone(seed, "licenses without exactly one assignment that is theirs now", """
                select license.number from license left join license_assignment now on now.license_id = license.id and now.ended_at is null
                where license.distributor_id = :distributor and (now.id is null or now.device_id is distinct from license.device_id
                    or now.agent is distinct from license.user_name)""");
        assertNone(seed, "assignments that overlap or leave a gap", """
                select license_id from (select a.*, lead(assigned_at) over (partition by license_id order by a.id) as next
                    from license_assignment a join license on license.id = license_id where distributor_id = :distributor) a
                where ended_at is distinct from next and next is not null or next is null and ended_at is not null""");
        assertNone(seed, "kept counts that are not so", """
                select supplier_id from connection_tally tally where distributor_id = :distributor and in_service <> (
                    select count(*) from connection join license on license.id = license_id
                    where connection.supplier_id = tally.supplier_id and license.distributor_id = tally.distributor_id
                        and published_at is not null)""");
        assertNone(seed, "licenses whose last event is not how they stand", """
                select license.number from license cross join (select supplier_id from partnership where distributor_id = :distributor) s
                    left join lateral (select kind from connection_event e where e.license_id = license.id and e.supplier_id = s.supplier_id
                        and kind <> 'MOVED' order by position desc limit 1) last on true
                where license.distributor_id = :distributor and coalesce(last.kind = 'CONNECTED', false) <> exists (
                    select from connection c where c.license_id = license.id and c.supplier_id = s.supplier_id)""");
        assertNone(seed, "positions with gaps", """
                select supplier_id from connection_position p where supplier_id in (select supplier_id from partnership where distributor_id = :distributor)
                    and (last <> (select count(*) from connection_event e where e.supplier_id = p.supplier_id)
                        or last <> (select max(position) from connection_event e where e.supplier_id = p.supplier_id))""");
        assertNone(seed, "a license that was connected twice, or disconnected twice, in a row", """
                select license_id from (select e.*, lag(kind) over (partition by e.supplier_id, license_id order by position) as before
                    from connection_event e join license on license.id = license_id
                    where license.distributor_id = :distributor and e.kind <> 'MOVED') e
                where before is not distinct from kind or before is null and kind = 'DISCONNECTED'""");
        assertNone(seed, "moves of licenses that the supplier did not have", """
                select moved.license_id from connection_event moved join license on license.id = moved.license_id
                    left join lateral (select kind from connection_event e where e.license_id = moved.license_id
                        and e.supplier_id = moved.supplier_id and e.position < moved.position and kind <> 'MOVED'
                        order by position desc limit 1) last on true
                where license.distributor_id = :distributor and moved.kind = 'MOVED' and last.kind is distinct from 'CONNECTED'""");
        assertNone(seed, "orders whose counts are not their licenses'", """
                select o.id::text from connection_order o cross join lateral (
                    select count(*) filter (where state = 'DONE') as done, count(*) filter (where state in ('REQUESTED', 'REFUSED')) as open,
                        count(*) filter (where state = 'LEFT_OUT') as left_out, count(*) filter (where state = 'WAITING') as waiting
                    from connection_order_item where order_id = o.id) i
                where distributor_id = :distributor
                    and (o.done <> i.done or o.open <> i.open or o.left_out <> i.left_out or o.waiting <> i.waiting)""");
        assertNone(seed, "licenses that wait though nothing holds them", """
                select license.number from connection_order_item item join connection_order o on o.id = item.order_id
                    join license on license.id = item.license_id
                where o.distributor_id = :distributor and item.state = 'WAITING' and not (license.blocked and o.kind <> 'DISCONNECT')
                    and (o.supplier_id is null or o.acting_id is distinct from o.supplier_id or license.owner_id = o.supplier_id or o.approval = 'APPROVED'
                        or exists (select from grants_grant given where given.supplier_id = o.supplier_id
                            and given.distributor_id = o.distributor_id and o.kind = any(given.acts)))""");
        assertNone(seed, "devices of others", """
                select license.number from license join device on device.id = device_id
                where license.distributor_id = :distributor and device.distributor_id <> license.distributor_id""");
    }

    /** As they are held against each other at night. */
    private void assertChecksFindNothing(long seed) {
        Set<String> own = Set.copyOf(jdbc.sql("""
                select id::text from license where distributor_id = :distributor
                union all select id::text from connection_order where distributor_id = :distributor
                union all select cast(:distributor as text)
                """).param("distributor", distributor.id().value()).query(String.class).list());
        List<String> differing = new ArrayList<>();
        checks.forEach(check -> check.look(found -> differing.add(found.id() + " " + found.byHistory() + " / " + found.byTable())));
        assertThat(differing).as("found at night, seed " + seed).noneMatch(found -> own.contains(found.substring(0, found.indexOf(' '))));
    }

    private void assertNone(long seed, String what, String sql) {
        assertThat(jdbc.sql(sql).param("distributor", distributor.id().value()).query(String.class).list()).as(what + ", seed " + seed).isEmpty();
    }

}
