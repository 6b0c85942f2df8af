package com.texchange.benchmark;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Role;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Onboardings of forty suppliers, four of five of the first one's, the same in every run but for ids of companies: two of three are
 * connected, one of five is under way, one of ten places was invited twice. One of ten has had or has a task of the sales department.
 * Beside them the floor gets a table of its own, in which each of its statements finds all that it needs.
 */
@TestComponent
class SeededOnboardings {

    private static final List<String> FIRST = List.of("Молоч", "Кофей", "Чайн", "Хлеб", "Рыб", "Слад", "Мёд", "Сад");
    private static final List<String> SECOND = List.of("промкомбинат", "завод", "двор", "холдинг", "склад");
    private static final int SUPPLIERS = FIRST.size() * SECOND.size();
    private static final String PLAN = """
            create unlogged table if not exists seeded_onboarding (i int primary key, place int not null, supplier uuid not null,
                inviter uuid not null, stage text not null, since timestamptz not null, invited timestamptz not null, name text not null,
                city text, letter text)""";
    private static final String PLANNED = """
            insert into seeded_onboarding
            select i, place, (:suppliers::uuid[])[supplier], (:inviters::uuid[])[supplier],
                case when i % 10 = 9 then (array['DECLINED', 'EXPIRED', 'REVOKED'])[1 + h1 % 3]
                    else (array_fill('CONNECTED'::text, array[64]) || array_fill('INVITED'::text, array[8])
                        || array_fill('REGISTERING'::text, array[2]) || array_fill('ACCEPTING'::text, array[4])
                        || array_fill('CONNECTING'::text, array[6]) || array_fill('DECLINED'::text, array[5])
                        || array_fill('EXPIRED'::text, array[5]) || array_fill('REVOKED'::text, array[3])
                        || array_fill('REJECTED'::text, array[2]) || array_fill('JOINED'::text, array[1]))[1 + h1 % 100] end,
                least(invited + make_interval(secs => h3 % 5000000), now()), invited,
                (array['ООО', 'АО', 'ООО ТД', 'ИП'])[1 + place % 4] || ' «' || (array['Волга', 'Урал', 'Сибирь', 'Ока', 'Кама', 'Байкал',
                    'Алтай', 'Енисей', 'Ладога', 'Онега', 'Дон', 'Кубань', 'Нева', 'Ангара', 'Амур', 'Север', 'Юг', 'Восток', 'Запад',
                    'Центр'])[1 + h4 % 20] || (array['Торг', 'Продукт', 'Снаб', 'Опт', 'Трейд', 'Маркет', 'Сервис', 'Логистик',
                    'Партнёр', 'Ритейл'])[1 + h4 / 20 % 10] || ' ' || place || '»',
                (array['Москва', 'Санкт-Петербург', 'Новосибирск', 'Екатеринбург', 'Казань', 'Нижний Новгород', 'Челябинск', 'Самара',
                    'Омск', 'Ростов-на-Дону', 'Уфа', 'Красноярск', 'Воронеж', 'Пермь', 'Волгоград', 'Краснодар', null])[1 + place % 17],
                (array_fill('SENT'::text, array[14]) || array['FAILED', 'QUEUED', null])[1 + h3 % 17]
            from (select *, case when place % 5 = 4 then 2 + h4 % 39 else 1 end as supplier,
                    now() - make_interval(secs => h2 % 63072000) as invited
                from (select *, hashint8(place::bigint + 30000000000)::bigint & 2147483647 as h4
                    from (select i, case when i % 10 = 0 then i - 1 else i end as place, hashint8(i::bigint)::bigint & 2147483647 as h1,
                            hashint8(i::bigint + 10000000000)::bigint & 2147483647 as h2,
                            hashint8(i::bigint + 20000000000)::bigint & 2147483647 as h3
                        from generate_series(:from::int, :to::int) i) numbered) placed) dated""";
    private static final String NEW = " where i between :from and :to ";
    private static final String FOLLOWED = " i % 10 <> 9 and stage in ('ACCEPTING', 'CONNECTING', 'CONNECTED', 'DECLINED', 'JOINED') ";
    private static final String COMPANIES = """
            insert into company (id, version, name, tax_id, city, supplier, distributor, created_at)
            select md5('seeded company ' || place)::uuid, 0, name, '5' || lpad(place::text, 9, '0'), city, false, true, invited
            from seeded_onboarding""" + NEW + "and" + FOLLOWED;
    private static final String PLACES = """
            insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, invitee_tax_id, invitee_city, created_at)
            select md5('seeded place ' || place)::uuid, 0, supplier, lpad((place::bigint * 38317 % 100000)::text, 5, '0'), name,
                'invitee-' || place || '@example.com', case when place % 2 = 0 then '5' || lpad(place::text, 9, '0') end, city, invited
            from seeded_onboarding""" + NEW + "and i % 10 <> 0";
    private static final String ONBOARDINGS = """
            insert into onboarding (id, version, partnership_id, supplier_id, distributor_id, language, stage, stage_since, reason,
                invited_by, invited_at, expires_at, letter_state, process_ended_at)
            select md5('seeded onboarding ' || i)::uuid, 1, md5('seeded place ' || place)::uuid, supplier,
                case when""" + FOLLOWED + """
                    then md5('seeded company ' || place)::uuid end,
                'ru', stage, since, case when stage in ('DECLINED', 'REVOKED') then 'Потому' end, inviter, invited,
                invited + interval '90 days', letter,
                case when stage not in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING') then since end
            from seeded_onboarding""" + NEW;
    private static final String TASKS = """
            insert into user_task (task_key, element_id, process_id, process_instance_key, subject_id, subject, search_text,
                candidate_groups, priority, state, created_at, due_at, finished_at, last_job)
            select -9000000000 - i, 'Task_RegisterDistributor', 'onboarding', 1, md5('seeded onboarding ' || i)::uuid, name,
                common_search_form(name || E'\\ninvitee-' || place || '@example.com'), array['sales'], 50 + place % 3,
                case when i % 100 = 0 then 'OPEN' else 'COMPLETED' end, invited, case when i % 7 > 0 then invited + interval '3 days' end,
                case when i % 100 > 0 then since end, 1
            from seeded_onboarding""" + NEW + "and i % 10 = 0";
    private static final String LETTERS = """
            insert into mail_delivery (id, letter_key, template, reference, recipient, subject, state, attempts, queued_at, finished_at,
                by_task, language)
            select md5('seeded letter ' || i)::uuid, 'seeded ' || i, 'invitation', md5('seeded onboarding ' || i)::uuid,
                'invitee-' || place || '@example.com', 'Приглашение', 'SENT', 1, invited, invited, false, 'ru'
            from seeded_onboarding""" + NEW;
    private static final String ENDED = """
            update seeded_onboarding set letter = 'SENT',
                stage = case when stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING') then 'CONNECTED' else stage end""";
    private static final String DONE = """
            update user_task set state = 'COMPLETED', finished_at = created_at where state = 'OPEN' and task_key < -9000000000""";
    private static final String FLOOR = """
            create table floor_onboarding as
            select o.id, o.supplier_id, o.stage, o.stage_since as since, o.letter_state as letter, o.invited_at, s.name as supplier,
                coalesce(d.name, p.invitee_name) as distributor, p.invitee_email as email, p.code, coalesce(d.city, p.invitee_city) as city,
                o.expires_at, o.connection_order_id is not null as ordered,
                common_search_form(concat_ws(E'\\n', p.code, p.invitee_name, p.invitee_email, coalesce(d.tax_id, p.invitee_tax_id),
                    coalesce(d.city, p.invitee_city), d.name)) as words
            from onboarding o join partnership p on p.id = o.partnership_id join company s on s.id = o.supplier_id
                left join company d on d.id = o.distributor_id""";
    /** How many have been before, where an application is measured that onboards. */
    static final int ENDED_BEFORE = Integer.getInteger("benchmark.before", 20_000);
    /** By what lists are sorted, as the floor has it. */
    static final List<String> ORDERS = List.of("invited_at", "distributor collate common_alphabet", "code", "city collate common_alphabet",
            "stage", "since", "letter", "supplier collate common_alphabet");

    private final SampleBusiness business;
    private final JdbcClient jdbc;

    SeededOnboardings(SampleBusiness business, JdbcClient jdbc) {
        this.business = business;
        this.jdbc = jdbc;
    }

    /** @param person of the supplier that has most of the onboardings */
    record Cast(List<CompanyInfo> suppliers, List<Actor> inviters, Actor manager, Actor sales) {

        Actor person() {
            return inviters.getFirst();
        }

        UUID supplier() {
            return suppliers.getFirst().id().value();
        }
    }

    Cast cast() {
        jdbc.sql(PLAN).update();
        List<CompanyInfo> suppliers = IntStream.range(0, SUPPLIERS)
                .mapToObj(i -> business.supplier("ООО «" + FIRST.get(i / 5) + SECOND.get(i % 5) + "»")).toList();
        return new Cast(suppliers, suppliers.stream().map(one -> business.person(one, Role.SUPPLIER)).toList(),
                business.person(null, Role.PROCESS_MANAGER), business.person(null, Role.SALES));
    }

    void grow(Cast cast, int from, int to) {
        plan(cast, from, to);
        insert(List.of(COMPANIES, PLACES, ONBOARDINGS, TASKS), from, to);
        floor();
        settle();
    }

    /** Those alone that nothing is left to be done for, each with the letter that invited, for an application whose workers run. */
    void growEnded(Cast cast, int from, int to) {
        plan(cast, from, to);
        jdbc.sql(ENDED).update();
        insert(List.of(COMPANIES, PLACES, ONBOARDINGS, TASKS, LETTERS), from, to);
        jdbc.sql(DONE).update();
        settle();
    }

    private void plan(Cast cast, int from, int to) {
        jdbc.sql(PLANNED).param("from", from + 1).param("to", to)
                .param("suppliers", texts(cast.suppliers().stream().map(CompanyInfo::id).map(CompanyId::value).toList()))
                .param("inviters", texts(cast.inviters().stream().map(Actor::id).toList())).update();
    }

    private void insert(List<String> tables, int from, int to) {
        for (String rows : tables) {
            jdbc.sql(rows).param("from", from + 1).param("to", to).update();
        }
    }

    private void settle() {
        jdbc.sql("vacuum analyze").update();
        jdbc.sql("checkpoint").update();
    }

    private void floor() {
        for (String step : List.of("drop table if exists floor_onboarding", FLOOR, "alter table floor_onboarding add primary key (id)")) {
            jdbc.sql(step).update();
        }
        for (String order : ORDERS) {
            jdbc.sql("create index on floor_onboarding (supplier_id, " + order + ", id) include (stage, since)").update();
            jdbc.sql("create index on floor_onboarding (" + order + ", id) include (stage, since)").update();
        }
        jdbc.sql("create index on floor_onboarding (supplier_id, stage, since, id)").update();
        jdbc.sql("create index on floor_onboarding (stage, since, id)").update();
        jdbc.sql("create index on floor_onboarding using gin (words gin_trgm_ops)").update();
    }

    private static String[] texts(List<?> ids) {
        return ids.stream().map(Object::toString).toArray(String[]::new);
    }
}
