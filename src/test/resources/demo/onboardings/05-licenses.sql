with companies as (
    select base_company.base, base_company.id, company.created_at,
        exists (select from plan where plan.base = base_company.base and refused) as refused,
        exists (select from plan where plan.base = base_company.base and place = base_company.base and supplier = 0
            and place % 12 = 5 and stage in ('CONNECTING', 'CONNECTED')) as suppliers
    from base_company join company using (id)
), numbered as (
    select companies.*, one, row_number() over (order by base, one)::int as number
    from companies, lateral generate_series(1, 2 + pg_temp.draw(base, 'licenses', 8)) one
), digits as (
    -- Multipliers that share no factor with ten give each number digits of its own.
    select *, lpad((number::numeric * 618033988749897 % 10000000000000000)::text, 16, '0') as code,
        lpad((number::numeric * 314159265358979 % 10000000000000000)::text, 16, '0') as tail
    from numbered
), versions as (
    select *, (array['1.0.24.0.800', '1.0.24.0.812', '1.0.25.1.100'])[1 + pg_temp.draw(number, 'version', 3)] as version
    from digits
), devices as (
    insert into device (id, distributor_id, mdm_id, config_version, created_at)
    select pg_temp.id(number, 'device'), id, pg_temp.id(number, 'device'), version, created_at + interval '1 day' from versions
)
insert into license (id, number, activation_code, distributor_id, owner_id, user_name, config_version, mdm_id, device_id, blocked,
    created_at)
select pg_temp.id(number, 'license'), '2831' || tail, regexp_replace(code, '(....)(....)(....)(....)', '\1-\2-\3-\4'), id,
    case when suppliers then :supplier::uuid else id end,
    (array['Алексеев Алексей', 'Белова Вера', 'Громов Глеб', 'Дёмина Дарья', 'Ершов Егор', 'Зуева Зоя', 'Ильин Игорь',
        'Котова Ксения', 'Лосев Лев', 'Морозова Мария'])[1 + pg_temp.draw(number, 'agent', 10)],
    version, pg_temp.id(number, 'device'), pg_temp.id(number, 'device'), refused and one = 1, created_at + interval '1 day'
from versions;

-- The orders of those that are connected, and of those whose licenses could not all be.
insert into connection_order (id, version, kind, distributor_id, supplier_id, acting_id, state, placed_by, placed_at, finished_at)
select order_id, 1, 'CONNECT', distributor_id, supplier_id, distributor_id, case when refused then 'REFUSED' else 'FINISHED' end, distributor_account,
    case when refused then decided_at + interval '3 hours' else stage_since - interval '40 seconds' end,
    case when not refused then stage_since end
from plan where stage = 'CONNECTED' or refused;

insert into connection_order_item (order_id, license_id, state, reason, done_at)
select order_id, license.id, case when refused and blocked then 'REFUSED' else 'DONE' end,
    case when refused and blocked then 'BLOCKED' end,
    case when not refused then stage_since when not blocked then decided_at + interval '3 hours' end
from plan join (
    select *, row_number() over (partition by distributor_id order by number) as place,
        count(*) over (partition by distributor_id) as all_of_them
    from license) license using (distributor_id)
where (stage = 'CONNECTED' or refused)
    and (refused or case when base = 0 then license.place <= 20 * n else license.place <= ceil(all_of_them * 0.8) end);

update connection_order o set done = i.done, open = i.open
from (select order_id, count(*) filter (where state = 'DONE') as done, count(*) filter (where state = 'REFUSED') as open
    from connection_order_item group by order_id) i
where i.order_id = o.id and o.id in (select order_id from plan);

insert into connection (license_id, supplier_id, order_id, connected_at, published_at)
select item.license_id, placed.supplier_id, placed.id, coalesce(finished_at, placed_at), finished_at
from connection_order placed join connection_order_item item on item.order_id = placed.id
where item.state = 'DONE' and placed.id in (select order_id from plan);

insert into connection_event (supplier_id, position, kind, license_id, order_id, happened_at)
select supplier_id, coalesce(last, 0) + row_number() over (partition by supplier_id order by published_at, license_id), 'CONNECTED', license_id,
    order_id, published_at
from connection left join connection_position using (supplier_id)
where published_at is not null and order_id in (select order_id from plan);

insert into connection_position (supplier_id, last)
select supplier_id, max(position) from connection_event group by supplier_id
on conflict (supplier_id) do update set last = excluded.last;
