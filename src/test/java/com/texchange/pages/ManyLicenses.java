package com.texchange.pages;

import com.texchange.demo.DemoPerson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A million licenses more: three tenths of the demo distributor, every second of them in the demo supplier's service, the others of all
 * distributors. Written as the application writes them, triggers and indexes included.
 */
final class ManyLicenses {

    /** Fewer with {@code -Dtiming.licenses}, to look for the cause of something. */
    private static final int MANY = Integer.getInteger("timing.licenses", 1_000_000);

    private static final List<String> STEPS = List.of(
            "create unlogged table many_license (i bigint, agent text, mdm_id uuid, distributor_id uuid)", """
            insert into many_license
            select i, 'Агент ' || i % 5000, md5('many device ' || i)::uuid, case when i % 10 < 3 then :distributor else company.id end
            from generate_series(1, :many) i
                join (select id, row_number() over (order by id) - 1 as n from company where distributor) company
                    on company.n = i % (select count(*) from company where distributor)""", """
            insert into device (distributor_id, mdm_id, config_version, created_at)
            select distributor_id, mdm_id, '1.0.' || i % 30 || '.0.800', now() from many_license""", """
            insert into license (id, number, activation_code, distributor_id, owner_id, user_name, config_version, mdm_id, device_id, created_at)
            select gen_random_uuid(), '37' || lpad(i::text, 18, '0'),
                regexp_replace('37' || lpad(i::text, 14, '0'), '(.{4})(.{4})(.{4})(.{4})', '\\1-\\2-\\3-\\4'),
                many.distributor_id, many.distributor_id, many.agent, device.config_version, many.mdm_id, device.id, now()
            from many_license many join device on device.distributor_id = many.distributor_id and device.mdm_id = many.mdm_id""", """
            insert into connection_order (id, version, distributor_id, supplier_id, kind, state, acting_id, placed_by, placed_at, finished_at)
            select md5('many')::uuid, 0, :distributor, :supplier, 'CONNECT', 'FINISHED', :distributor, id, now() - interval '1 year', now() - interval '1 year'
            from account where company_id = :distributor limit 1""", """
            insert into connection (license_id, supplier_id, order_id, connected_at, published_at)
            select license.id, :supplier, md5('many')::uuid, now(), now()
            from many_license many join license on license.mdm_id = many.mdm_id
            where many.distributor_id = :distributor and many.i % 2 = 0""",
            "drop table many_license");

    private final JdbcClient jdbc;

    ManyLicenses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an index over words writes for each license takes longer than to write the whole index afterwards. */
    void write() {
        List<Map<String, Object>> words = jdbc.sql("select indexname, indexdef from pg_indexes where tablename = 'license' and indexdef like '%gin%'")
                .query().listOfRows();
        words.forEach(index -> jdbc.sql("drop index " + index.get("indexname")).update());
        for (String step : STEPS) {
            jdbc.sql(step).param("many", MANY).param("distributor", companyOf(DemoPerson.DISTRIBUTOR))
                    .param("supplier", companyOf(DemoPerson.SUPPLIER)).update();
            jdbc.sql("analyze").update();
        }
        words.forEach(index -> jdbc.sql(String.valueOf(index.get("indexdef"))).update());
        // As autovacuum leaves them.
        jdbc.sql("vacuum analyze").update();
    }

    private UUID companyOf(DemoPerson person) {
        return jdbc.sql("select company_id from account where email = :email").param("email", person.email())
                .query(UUID.class).single();
    }
}
