-- The same number for the same words at every load.
create or replace function pg_temp.draw(number int, what text, modulus int) returns int immutable language sql
    as $$select (('x' || substr(md5(number || ' ' || what), 1, 7))::bit(28)::int) % modulus$$;

create or replace function pg_temp.id(number int, what text) returns uuid immutable language sql
    as $$select md5('demo ' || what || ' ' || number)::uuid$$;

-- What shall have happened, one row an onboarding. "place" is its place in the supplier's network, which a second
-- invitation shares with the first; "base" its distributor, which several suppliers can have (0: the demo distributor);
-- "supplier" 0 is the demo supplier.
create temporary table plan on commit drop as
with numbered as (
    select n, n <= 10 as special, n > 24 and n % 12 = 11 as first_of_two, n > 24 and n % 12 = 0 as second_of_two,
        n * wanted / :onboardings as rank, n * wanted / :onboardings > (n - 1) * wanted / :onboardings as open
    from generate_series(1, :onboardings) n, (select least(600, :onboardings * 2 / 5) as wanted) share
), placed as (
    select *, case when second_of_two then n - 1 else n end as place from numbered
), shared as (
    select *, place > 24 and place % 10 >= 7 as second_supplier from placed
), staged as (
    select n, place, open, first_of_two, second_of_two, special, rank,
        case when special then 0 when second_supplier then place - 7 else place end as base,
        case when special then n when second_supplier then 1 + pg_temp.draw(place, 'supplier', 12) else 0 end as supplier,
        -- Whether nobody else can have registered the company.
        not special and not second_supplier and place % 10 between 3 and 6 and not second_of_two as alone,
        case when special then (array['CONNECTED', 'CONNECTED', 'CONNECTED', 'CONNECTED', 'ACCEPTING', 'ACCEPTING',
                'ACCEPTING', 'CONNECTING', 'CONNECTING', 'CONNECTING'])[n]
            when first_of_two then (array['DECLINED', 'EXPIRED', 'REVOKED'])[1 + pg_temp.draw(n, 'end', 3)]
            when open then (array['INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING', 'INVITED', 'REGISTERING',
                'ACCEPTING', 'CONNECTING', 'INVITED', 'INVITED', 'ACCEPTING', 'CONNECTING'])[1 + rank % 12]
            else (array_fill('CONNECTED'::text, array[74]) || array_fill('DECLINED'::text, array[8])
                || array_fill('EXPIRED'::text, array[9]) || array_fill('REVOKED'::text, array[5])
                || array_fill('REJECTED'::text, array[4]))[1 + pg_temp.draw(n, 'end', 100)]
        end as wish
    from shared
), decided as (
    select *, case when alone then wish when wish = 'REGISTERING' then 'INVITED' when wish = 'REJECTED' then 'EXPIRED'
        else wish end as stage
    from staged
), dated as (
    select *, stage in ('ACCEPTING', 'CONNECTING', 'CONNECTED', 'DECLINED') as followed,
        alone and (stage in ('REGISTERING', 'REJECTED')
            or stage in ('ACCEPTING', 'CONNECTING', 'CONNECTED', 'DECLINED') and pg_temp.draw(n, 'new', 10) < 6) as newcomer,
        date_trunc('day', :now::timestamptz) + interval '6 hours' + make_interval(secs => pg_temp.draw(n, 'second', 36000))
            - make_interval(days => case
                when special and stage = 'CONNECTED' then 200 + n * 40
                when special then n * 6
                when first_of_two then 400 + pg_temp.draw(n, 'day', 300)
                when second_of_two and stage not in ('INVITED', 'ACCEPTING', 'CONNECTING') then 100 + pg_temp.draw(n, 'day', 150)
                when stage = 'INVITED' then 1 + pg_temp.draw(n, 'day', 80)
                when stage in ('REGISTERING', 'ACCEPTING', 'CONNECTING') then 4 + pg_temp.draw(n, 'day', 76)
                when stage = 'EXPIRED' then 95 + pg_temp.draw(n, 'day', 630)
                else 14 + pg_temp.draw(n, 'day', 710) end) as invited_at
    from decided
), timed as (
    select *, invited_at + make_interval(mins => 240 + pg_temp.draw(n, 'follow', 2160)) as followed_at from dated
), later as (
    select *, followed_at + make_interval(mins => 60 + pg_temp.draw(n, 'register', 360)) as registered_at,
        followed_at + make_interval(mins => 480 + pg_temp.draw(n, 'decide', 720)) as decided_at
    from timed
), ended as (
    select *, decided_at + make_interval(mins => 60 + pg_temp.draw(n, 'connect', 5400)) as connected_at from later
)
select n, place, base, supplier, stage, followed, newcomer, invited_at, followed_at, registered_at, decided_at,
    stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING') as under_way,
    -- A few wait for a decision on licenses that could not be connected.
    stage = 'CONNECTING' and not special and rank % 60 = 11 as refused,
    stage in ('INVITED', 'EXPIRED') and base <> 0 and pg_temp.draw(base, 'bounce', 100) < 4 as bounced,
    case stage when 'INVITED' then invited_at when 'REGISTERING' then followed_at
        when 'ACCEPTING' then case when newcomer then registered_at else followed_at end
        when 'CONNECTING' then decided_at when 'CONNECTED' then connected_at when 'DECLINED' then decided_at
        when 'EXPIRED' then invited_at + :validity::interval
        when 'REVOKED' then invited_at + make_interval(hours => 20 + pg_temp.draw(n, 'revoke', 240))
        else registered_at end as stage_since,
    case stage when 'DECLINED' then (array['Уже работаем с другим поставщиком', 'Не подходит ассортимент',
            'Не устроили условия поставки', 'Сейчас не расширяем портфель'])[1 + pg_temp.draw(n, 'reason', 4)]
        when 'REVOKED' then (array['Ошибка в адресе', 'Изменились планы по региону',
            'Приглашение отправлено по ошибке'])[1 + pg_temp.draw(n, 'reason', 3)]
        when 'REJECTED' then (array['ИНН не найден в реестре', 'Не удалось связаться с контактным лицом',
            'Компания находится в стадии ликвидации'])[1 + pg_temp.draw(n, 'reason', 3)] end as reason,
    pg_temp.id(n, 'onboarding') as id, pg_temp.id(place, 'place') as place_id, pg_temp.id(n, 'registration') as registration_id,
    pg_temp.id(n, 'order') as order_id,
    case when base = 0 then :distributor::uuid else pg_temp.id(base, 'distributor') end as distributor_id,
    case when base = 0 then :distributorAccount::uuid else pg_temp.id(base, 'person') end as distributor_account,
    case when supplier = 0 then :supplier::uuid else pg_temp.id(supplier, 'supplier') end as supplier_id,
    case when supplier = 0 then :supplierAccount::uuid else pg_temp.id(supplier, 'supplier person') end as supplier_account
from ended;

create unique index on plan (n);
analyze plan;
