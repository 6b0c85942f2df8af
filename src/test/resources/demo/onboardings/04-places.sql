insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, invitee_tax_id, invitee_city,
    distributor_id, created_at, established_at)
with places as (
    select place_id, supplier_id, place, base, min(invited_at) as created_at,
        min(decided_at) filter (where stage in ('CONNECTING', 'CONNECTED')) as established_at,
        row_number() over (partition by supplier_id order by place) as number
    from plan group by place_id, supplier_id, place, base
), shuffled as (
    -- Steps of a number that has no divisor in common with 100,000 come by each code once.
    select company.id as supplier_id, n, lpad(((n * 38317 + abs(hashtext(company.id::text)::bigint)) % 100000)::text, 5, '0') as code
    from company, generate_series(1, least(100000, (select count(*) from places) + (select count(*) from partnership))) n
    where company.id in (select supplier_id from places)
), free as (
    select supplier_id, code, row_number() over (partition by supplier_id order by n) as number
    from shuffled
    where not exists (select from partnership taken where taken.supplier_id = shuffled.supplier_id and taken.code = shuffled.code)
)
select place_id, 1, supplier_id, code, coalesce(base_company.name, demo.name), coalesce(base_company.email, demo.contact_email),
    case when place % 2 = 0 then base_company.tax_id end, coalesce(base_company.city, demo.city),
    case when established_at is not null then coalesce(base_company.id, demo.id) end,
    places.created_at, established_at
from places join free using (supplier_id, number)
    join company demo on demo.id = :distributor::uuid
    left join base_company using (base);

-- Where licenses belong to the supplier, nothing has to be granted; see the licenses.
insert into license_grant (id, supplier_id, distributor_id, acts, given_by, given_at)
select md5('demo grant ' || place.id)::uuid, place.supplier_id, place.distributor_id, array['CONNECT', 'DISCONNECT', 'MOVE'],
    (select account.id from plan join account on account.id = plan.distributor_account where plan.place_id = place.id limit 1), place.established_at
from partnership place join (select distinct place_id, place from plan) planned on planned.place_id = place.id
where place.established_at is not null and planned.place % 12 <> 5 and pg_temp.draw(planned.place, 'delegated', 3) = 0;
