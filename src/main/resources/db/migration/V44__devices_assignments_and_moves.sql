-- A license sits on a device, with an agent, for a time. What lists show of it stays in the license's row as well, so that a page
-- comes from one index; licenses_assign, loading and the trigger below are what keeps the two alike.
create table device (
    id             uuid primary key default gen_random_uuid(),
    distributor_id uuid        not null references company,
    mdm_id         uuid        not null,
    config_version varchar(40),
    created_at     timestamptz not null,
    unique (distributor_id, mdm_id),
    unique (id, mdm_id)
);
create index device_mdm on device (mdm_id);
comment on column device.distributor_id is 'Whose device it is. Installations of before may know an MDM ID with two companies; new ones are refused.';

insert into device (distributor_id, mdm_id, config_version, created_at)
select distinct on (distributor_id, mdm_id) distributor_id, mdm_id, config_version, created_at
from license where mdm_id is not null
order by distributor_id, mdm_id, created_at desc, number;

alter table license
    add column device_id   uuid,
    add column assigned_by uuid;
comment on column license.assigned_by is 'The act that has brought it to its device and agent; null for loading.';
update license set device_id = device.id from device
    where device.distributor_id = license.distributor_id and device.mdm_id = license.mdm_id;
alter table license
    add constraint license_device foreign key (device_id, mdm_id) references device (id, mdm_id),
    add constraint license_device_mdm check ((device_id is null) = (mdm_id is null));
create index license_on_device on license (device_id) where device_id is not null;

create table license_assignment (
    id          bigint generated always as identity primary key,
    license_id  uuid        not null references license,
    device_id   uuid        references device,
    agent       varchar(200),
    assigned_at timestamptz not null,
    ended_at    timestamptz,
    act         uuid,
    check (ended_at >= assigned_at)
);
comment on table license_assignment is 'Where each license was, and with whom. An assignment that has not ended is today''s.';
create unique index license_assignment_current on license_assignment (license_id) include (id, act) where ended_at is null;
create index license_assignment_of_license on license_assignment (license_id, id desc);
insert into license_assignment (license_id, device_id, agent, assigned_at)
select id, device_id, user_name, created_at from license order by id;

-- Whoever changes where licenses are, and however many: what was ends, what is begins.
create function license_assignment_keep() returns trigger language plpgsql as $$
declare
    -- Not when the statement began: it may have waited for whoever has moved the license before.
    moment timestamptz := clock_timestamp();
begin
    if tg_op = 'UPDATE' then
        with moved as (
            select after.* from after join before on before.id = after.id
            where (before.device_id, before.user_name) is distinct from (after.device_id, after.user_name)
        ), ended as (
            update license_assignment assignment set ended_at = greatest(assignment.assigned_at, moment)
            from moved where assignment.license_id = moved.id and assignment.ended_at is null
            returning assignment.license_id, assignment.ended_at
        )
        insert into license_assignment (license_id, device_id, agent, assigned_at, act)
        select moved.id, moved.device_id, moved.user_name, coalesce(ended.ended_at, moment), moved.assigned_by
        from moved left join ended on ended.license_id = moved.id;
    else
        insert into license_assignment (license_id, device_id, agent, assigned_at, act)
        select id, device_id, user_name, created_at, assigned_by from after;
    end if;
    return null;
end
$$;
create trigger license_assignment_begun after insert on license
    referencing new table as after for each statement execute function license_assignment_keep();
create trigger license_assignment_changed after update on license
    referencing old table as before new table as after for each statement execute function license_assignment_keep();

create or replace view licenses_license as
    select id, number, activation_code, distributor_id, owner_id, user_name, config_version, mdm_id, blocked, search, device_id
    from license;
create view licenses_assignment as select id, license_id, device_id, agent, assigned_at, ended_at, act from license_assignment;
comment on view licenses_assignment is 'Owner: licenses. Where licenses were and are, and with whom.';
create view licenses_device as select id, distributor_id, mdm_id, config_version from device;
comment on view licenses_device is 'Owner: licenses. Mobile devices of distributors.';

-- Licenses that are locked by the caller go to devices and agents; all arrays are of one length.
create function licenses_assign(licenses uuid[], devices uuid[], agents text[], by_act uuid) returns bigint language sql as $$
    with moved as (
        update license set device_id = target.device_id, user_name = target.agent, assigned_by = by_act,
            mdm_id = device.mdm_id,
            config_version = case when target.device_id is not distinct from license.device_id then license.config_version
                else coalesce(device.config_version, license.config_version) end
        from unnest(licenses, devices, agents) as target (license_id, device_id, agent)
            left join device on device.id = target.device_id
        where license.id = target.license_id
        returning license.id
    )
    select count(*) from moved
$$;

-- Moving is between nobody but a distributor and its people, unless a supplier does it; and then its owner may have to agree.
alter table connection_order
    drop constraint connection_order_kind_check,
    add constraint connection_order_kind_check check (kind in ('CONNECT', 'DISCONNECT', 'MOVE')),
    alter column supplier_id drop not null,
    add constraint connection_order_supplier_check check (supplier_id is not null or kind = 'MOVE'),
    add column to_device  uuid,
    add column to_agent   varchar(200),
    add column approval   varchar(10) check (approval in ('ASKED', 'APPROVED', 'DENIED', 'WITHDRAWN')),
    add column decided_by uuid references account,
    add column decided_at timestamptz,
    add column waiting    int not null default 0,
    add column resumed_at timestamptz;
comment on column connection_order.to_device is 'Where the licenses go; null if each stays on its device.';
comment on column connection_order.to_agent is 'Who gets the licenses; null if each stays with its agent, empty if nobody does.';
comment on column connection_order.approval is 'Of the owner of licenses that a supplier may not move by itself; null where nobody is asked.';
comment on column connection_order.resumed_at is 'Since when it does, once more, what it had to wait for; null if it has never waited.';
alter table connection_order_item
    drop constraint connection_order_item_state_check,
    add constraint connection_order_item_state_check check (state in ('REQUESTED', 'DONE', 'REFUSED', 'LEFT_OUT', 'WAITING')),
    add column assignment_id bigint;
comment on column connection_order_item.assignment_id is 'Of a move: where the license was when it was ordered.';
drop index connection_order_item_open;
create index connection_order_item_open on connection_order_item (license_id) where state in ('REQUESTED', 'REFUSED', 'WAITING');

-- What has become visible to a supplier's system, in the order in which it was committed: whoever writes takes the supplier's
-- last position and keeps it until the end of the transaction.
create table connection_position (
    supplier_id uuid primary key references company,
    last        bigint not null
);
create table connection_event (
    supplier_id uuid        not null references company,
    position    bigint      not null,
    kind        varchar(12) not null check (kind in ('CONNECTED', 'DISCONNECTED', 'MOVED')),
    license_id  uuid        not null references license,
    order_id    uuid        not null references connection_order,
    happened_at timestamptz not null,
    primary key (supplier_id, position)
);
insert into connection_event (supplier_id, position, kind, license_id, order_id, happened_at)
select supplier_id, row_number() over (partition by supplier_id order by published_at, license_id), 'CONNECTED', license_id, order_id, published_at
from connection where published_at is not null;
insert into connection_position (supplier_id, last) select supplier_id, max(position) from connection_event group by supplier_id;

-- Causes that are gone for which licenses have waited: a license was freed, or a grant given. Looked at one by one.
create table connection_cause_gone (
    id             bigint generated always as identity primary key,
    license_id     uuid references license,
    supplier_id    uuid,
    distributor_id uuid
);
create index connection_order_waiting on connection_order (id) where waiting > 0;
create index connection_order_under_grant on connection_order (grant_id) where grant_id is not null;
