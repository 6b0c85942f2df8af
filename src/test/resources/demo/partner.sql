-- A distributor that works with the demo supplier already: connected a month ago, some of its licenses belong to the supplier, and
-- the rest may be managed by it until the end of the next year.
update partnership set created_at = :now::timestamptz - interval '31 days', established_at = :now::timestamptz - interval '30 days 130 seconds'
where id = :place;

update license set created_at = :now::timestamptz - interval '40 days' where distributor_id = :partner;

update license_assignment set assigned_at = :now::timestamptz - interval '40 days'
from license where license.id = license_id and distributor_id = :partner;

insert into connection_order (id, version, kind, distributor_id, supplier_id, acting_id, state, placed_by, placed_at, finished_at)
values (md5('demo partner order')::uuid, 1, 'CONNECT', :partner, :supplier, :partner, 'FINISHED', :partnerAccount,
    :now::timestamptz - interval '30 days 1 minute', :now::timestamptz - interval '30 days');

insert into connection_order_item (order_id, license_id, state, done_at)
select md5('demo partner order')::uuid, id, 'DONE', :now::timestamptz - interval '30 days'
from (select id, owner_id, row_number() over (partition by owner_id order by number) as place from license where distributor_id = :partner) license
where place <= case when owner_id = :supplier then 10 else 25 end;

update connection_order set done = (select count(*) from connection_order_item where order_id = id)
where id = md5('demo partner order')::uuid;

insert into connection (license_id, supplier_id, order_id, connected_at, published_at)
select license_id, :supplier, order_id, done_at, done_at from connection_order_item where order_id = md5('demo partner order')::uuid;

with happened as (select license_id, done_at from connection_order_item where order_id = md5('demo partner order')::uuid),
positioned as (
    insert into connection_position as position (supplier_id, last) select :supplier, count(*) from happened
    on conflict (supplier_id) do update set last = position.last + excluded.last
    returning last
)
insert into connection_event (supplier_id, position, kind, license_id, order_id, happened_at)
select :supplier, last + 1 - row_number() over (order by license_id desc), 'CONNECTED', license_id, md5('demo partner order')::uuid, done_at
from happened, positioned;

insert into license_grant (id, supplier_id, distributor_id, acts, ends_at, reason, given_by, given_at)
values (md5('demo partner grant')::uuid, :supplier, :partner, array['CONNECT', 'DISCONNECT', 'MOVE'],
    date_trunc('year', :now::timestamptz) + interval '2 years' - interval '3 hours 1 second', 'Договор о сопровождении',
    :partnerAccount, :now::timestamptz - interval '30 days 2 minutes');

insert into onboarding (id, version, partnership_id, supplier_id, distributor_id, language, stage, stage_since, invited_by, invited_at,
    expires_at, connection_order_id, letter_state, process_ended_at)
values (md5('demo partner onboarding')::uuid, 1, :place, :supplier, :partner, 'ru', 'CONNECTED', :now::timestamptz - interval '30 days',
    :supplierAccount, :now::timestamptz - interval '31 days', :now::timestamptz - interval '1 day', md5('demo partner order')::uuid,
    'SENT', :now::timestamptz - interval '30 days');

insert into activity (onboarding_id, happened_at, kind, actor_id, actor_name, arguments)
select md5('demo partner onboarding')::uuid, :now::timestamptz - told.before, kind, person.id, person.name, arguments
from (values (interval '31 days', 'INVITED', :supplierAccount::uuid, array[:email::text]),
        (interval '30 days 3 minutes', 'ACCEPTED', :partnerAccount, array[:name::text]),
        (interval '30 days 2 minutes', 'DELEGATED', :partnerAccount, array['CONNECT DISCONNECT MOVE',
            to_char((select ends_at from license_grant where id = md5('demo partner grant')::uuid) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            'Договор о сопровождении']),
        (interval '30 days 130 seconds', 'PARTNERSHIP_ESTABLISHED', null, array[:name, :code]),
        (interval '30 days 1 minute', 'LICENSES_ORDERED', :partnerAccount, array[]::text[]),
        (interval '30 days', 'CONNECTED', null, array['35'])) told (before, kind, account, arguments)
    left join account person on person.id = told.account
order by told.before desc;
