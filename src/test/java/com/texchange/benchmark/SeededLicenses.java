package com.texchange.benchmark;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Role;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Licenses of many distributors, the same in every run but for the companies' ids. Those of one company do not lie together in
 * the table; a tenth of them belongs to a supplier, a hundredth is blocked (none of
 * those that orders are about), and where a column may be empty, one in twenty is.
 * Statements write them without the checks and triggers of single rows, and indexes are made afterwards: seeding measures nothing.
 */
@TestComponent
class SeededLicenses {

    static final int SUPPLIERS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(SeededLicenses.class);
    private static final int OTHERS = 60;
    private static final int SLICES = 2;
    private static final String LICENSES = """
            insert into license (id, number, activation_code, distributor_id, owner_id, user_name, config_version, mdm_id, device_id,
                blocked, created_at)
            select md5('license ' || i)::uuid, '28312024' || lpad((i * 99999999977 %% 1000000000000)::text, 12, '0'),
                regexp_replace(lpad((i * 3999999999989 %% 10000000000000000)::text, 16, '0'), '(.{4})(.{4})(.{4})(.{4})', '\\1-\\2-\\3-\\4'),
                whose.distributor, case when h1 %% 10 = 0 then :supplier::uuid else whose.distributor end,
                case when h2 %% 20 > 0 then (array[%1$s])[1 + h2 / 20 %% %2$d] || ' ' || (array[%3$s])[1 + h2 / 2000 %% %4$d] || ' '
                    || (array[%5$s])[1 + h2 / 200000 %% %6$d] end,
                case when h3 %% 20 > 0 then '1.0.' || 10 + h3 / 20 %% 20 || '.0.800' end,
                case when h3 / 400 %% 20 > 0 then md5('device ' || i)::uuid end,
                case when h3 / 400 %% 20 > 0 then md5('id of device ' || i)::uuid end,
                h1 / 10 %% 100 = 0 and place.place <> 2, timestamptz '2026-01-01 00:00Z'
            from (select i, hashint8(i)::bigint & 2147483647 as h1, hashint8(i + 10000000000)::bigint & 2147483647 as h2,
                    hashint8(i + 20000000000)::bigint & 2147483647 as h3, i * 618033989 %% :all as share
                from generate_series(:from::bigint, :to::bigint) i where i %% :slices = :slice) i
                cross join lateral (select case when share < :first then 1 when share < :first + :second then 2
                    else 3 + h1 / 1000 %% :others end as place) place
                cross join lateral (select (:distributors::uuid[])[place.place] as distributor) whose""".formatted(
            texts("Иванов", "Петров", "Сидоров", "Ёлкин", "Ёжиков", "Смирнов", "Кузнецов", "Попов", "Волков", "Зайцев", "Соловьёв",
                    "Васильев", "Лебедев", "Козлов", "Новиков", "Морозов", "Павлов", "Семёнов", "Голубев", "Виноградов"), 20,
            texts("Иван", "Пётр", "Олег", "Семён", "Егор", "Артём", "Илья", "Игорь", "Юрий", "Фёдор"), 10,
            texts("Иванович", "Петрович", "Олегович", "Семёнович", "Егорович", "Артёмович", "Ильич", "Игоревич", "Юрьевич"), 9);
    private static final String DEVICES = """
            insert into device (id, distributor_id, mdm_id, config_version, created_at)
            select device_id, distributor_id, mdm_id, config_version, created_at from license
            where device_id is not null and not exists (select from device where device.id = license.device_id)""";
    private static final String ASSIGNMENTS = """
            insert into license_assignment (license_id, device_id, agent, assigned_at)
            select id, device_id, user_name, created_at from license
            where not exists (select from license_assignment assigned where assigned.license_id = license.id)""";
    private static final String ORDERS = """
            insert into connection_order (id, version, distributor_id, supplier_id, kind, state, acting_id, placed_by, placed_at, finished_at)
            select md5('order ' || supplier_id || distributor_id)::uuid, 1, distributor_id, supplier_id, 'CONNECT', 'FINISHED',
                distributor_id, :by, now(), now()
            from partnership where supplier_id = any (:suppliers::uuid[]) on conflict do nothing""";
    /** Of a supplier, a share of the licenses of each distributor that has an order. */
    private static final String CONNECTIONS = """
            insert into connection (license_id, supplier_id, order_id, connected_at, published_at)
            select license.id, placed.supplier_id, placed.id, placed.placed_at, placed.placed_at
            from connection_order placed join license on license.distributor_id = placed.distributor_id
            where placed.supplier_id = :supplier and abs(hashtext(license.number || :salt)::bigint) % 100 < :percent
            on conflict do nothing""";
    private static final String ITEMS = """
            insert into connection_order_item (order_id, license_id, state, done_at)
            select order_id, license_id, 'DONE', connected_at from connection on conflict do nothing""";
    private static final String TALLY = """
            insert into connection_tally (distributor_id, supplier_id, in_service, connected, own)
            select license.distributor_id, connection.supplier_id, count(*), count(*), count(*) filter (where license.owner_id = connection.supplier_id)
            from connection join license on license.id = connection.license_id group by 1, 2
            on conflict (distributor_id, supplier_id) do update set in_service = excluded.in_service, connected = excluded.connected, own = excluded.own""";
    private static final String LICENSE_TALLY = """
            insert into license_tally (distributor_id, owner_id, licenses) select distributor_id, owner_id, count(*) from license group by 1, 2
            on conflict (owner_id, distributor_id) do update set licenses = excluded.licenses""";
    private static final List<String> TABLES = List.of("license", "license_assignment", "connection", "connection_order_item");

    private final SampleBusiness business;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    SeededLicenses(SampleBusiness business, JdbcClient jdbc, TransactionOperations transactions) {
        this.business = business;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Who looks at licenses and has them changed.
     *
     * @param suppliers  of both distributors: the first one of all others too. It has many licenses in its service, the second and
     *                   the third fewer, the others none
     * @param ordering   the distributor that has all of its licenses changed
     * @param loading    one without licenses
     */
    record Cast(List<CompanyInfo> suppliers, CompanyInfo distributor, CompanyInfo ordering, CompanyInfo loading,
            List<CompanyId> distributors, Actor person, Actor orderer, Actor supplierPerson, Actor sales) {

        CompanyId supplier() {
            return suppliers.getFirst().id();
        }

        /** Has nothing in its service. */
        CompanyId newSupplier() {
            return suppliers.getLast().id();
        }
    }

    Cast cast() {
        List<CompanyInfo> suppliers = IntStream.range(0, SUPPLIERS).mapToObj(i -> business.supplier("Поставщик " + i)).toList();
        List<CompanyInfo> distributors = IntStream.range(0, OTHERS + 2)
                .mapToObj(i -> business.distributor("ООО «Дистрибьютор %02d»".formatted(i))).toList();
        for (CompanyInfo distributor : distributors) {
            business.partners(suppliers.getFirst(), distributor);
        }
        for (CompanyInfo supplier : suppliers.subList(1, SUPPLIERS)) {
            business.partners(supplier, distributors.get(0));
            business.partners(supplier, distributors.get(1));
        }
        return new Cast(suppliers, distributors.get(0), distributors.get(1), business.distributor("ООО «Загрузка»"),
                distributors.stream().map(CompanyInfo::id).toList(), business.person(distributors.get(0), Role.DISTRIBUTOR),
                business.person(distributors.get(1), Role.DISTRIBUTOR), business.person(suppliers.getFirst(), Role.SUPPLIER),
                business.person(null, Role.SALES));
    }

    /**
     * Adds licenses.
     *
     * @param from how many there are
     * @param to   how many there shall be
     * @param all  as many as there will be in the end, and whose
     */
    void grow(Cast cast, int from, int to, Sizes all) throws Exception {
        List<String> indexes = without(indexes());
        inSlices(slice -> quietly(() -> jdbc.sql(LICENSES).param("supplier", cast.supplier().value())
                .param("from", from + 1).param("to", to).param("slices", SLICES).param("slice", slice)
                .param("all", all.licenses()).param("first", all.distributor()).param("second", all.order())
                .param("others", OTHERS).param("distributors", ids(cast.distributors())).update()));
        quietly(() -> jdbc.sql(DEVICES).update());
        quietly(() -> jdbc.sql(ASSIGNMENTS).update());
        List<CompanyId> connecting = cast.suppliers().subList(0, 3).stream().map(CompanyInfo::id).toList();
        int[] percent = {60, 20, 20};
        quietly(() -> jdbc.sql(ORDERS).param("by", cast.person().id()).param("suppliers", ids(connecting)).update());
        for (int i = 0; i < percent.length; i++) {
            int share = percent[i];
            CompanyId supplier = connecting.get(i);
            quietly(() -> jdbc.sql(CONNECTIONS).param("supplier", supplier.value()).param("salt", "salt " + share).param("percent", share).update());
        }
        quietly(() -> jdbc.sql(ITEMS).update());
        quietly(() -> jdbc.sql(LICENSE_TALLY).update());
        quietly(() -> jdbc.sql(TALLY).update());
        for (String index : indexes) {
            jdbc.sql(index).update();
        }
        settle();
        LOG.info("{} licenses", to);
    }

    /** As autovacuum would leave everything, and the disk written. */
    void settle() {
        jdbc.sql("vacuum analyze").update();
        jdbc.sql("checkpoint").update();
    }

    private List<String> indexes() {
        return jdbc.sql("""
                select indexdef from pg_indexes where tablename = any (:tables)
                    and indexname not in (select conname from pg_constraint)""")
                .param("tables", TABLES.toArray(String[]::new)).query(String.class).list();
    }

    private List<String> without(List<String> indexes) {
        for (String index : indexes) {
            jdbc.sql("drop index " + index.replaceFirst("(?i)create (unique )?index (\\S+) .*", "$2")).update();
        }
        return indexes;
    }

    private void quietly(Runnable step) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            step.run();
        });
    }

    private static void inSlices(IntConsumer slice) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(SLICES)) {
            List<Callable<Object>> all = new ArrayList<>();
            IntStream.range(0, SLICES).forEach(i -> all.add(Executors.callable(() -> slice.accept(i))));
            for (Future<Object> done : threads.invokeAll(all)) {
                done.get();
            }
        }
    }

    private static String[] ids(List<CompanyId> companies) {
        return companies.stream().map(CompanyId::value).map(UUID::toString).toArray(String[]::new);
    }

    private static String texts(String... texts) {
        return "'" + String.join("', '", texts) + "'";
    }
}
