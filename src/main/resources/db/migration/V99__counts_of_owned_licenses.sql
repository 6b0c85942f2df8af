-- How many licenses of a distributor belong to whom: kept, as what is in service is (V43), since lists say at each look how many they
-- have.
create table license_tally (
    distributor_id uuid   not null references company,
    owner_id       uuid   not null references company,
    licenses       bigint not null,
    primary key (owner_id, distributor_id)
);
create index license_tally_of_distributor on license_tally (distributor_id);
insert into license_tally (distributor_id, owner_id, licenses) select distributor_id, owner_id, count(*) from license group by 1, 2;
create view licenses_owned as select distributor_id, owner_id, licenses from license_tally;
comment on view licenses_owned is 'Owner: licenses. How many licenses of each distributor belong to each company.';

-- Before and after one statement, of any number of licenses.
create function license_tally_keep() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    insert into license_tally as tally (distributor_id, owner_id, licenses)
    select distributor_id, owner_id, case tg_op when 'INSERT' then 1 else -1 end * count(*) from changed group by 1, 2 order by 1, 2
    on conflict (owner_id, distributor_id) do update set licenses = tally.licenses + excluded.licenses;
    return null;
end
$$;
create trigger license_tally_inserted after insert on license
    referencing new table as changed for each statement execute function license_tally_keep();
create trigger license_tally_deleted after delete on license
    referencing old table as changed for each statement execute function license_tally_keep();

create function license_tally_move() returns trigger language plpgsql as $$
begin
    insert into license_tally as tally (distributor_id, owner_id, licenses)
    select distributor_id, owner_id, step
    from (values (old.distributor_id, old.owner_id, -1), (new.distributor_id, new.owner_id, 1)) side (distributor_id, owner_id, step)
    order by 1, 2
    on conflict (owner_id, distributor_id) do update set licenses = tally.licenses + excluded.licenses;
    return null;
end
$$;
create trigger license_tally_moved after update of distributor_id, owner_id on license
    for each row when ((old.distributor_id, old.owner_id) is distinct from (new.distributor_id, new.owner_id))
    execute function license_tally_move();

-- And how many of those in a supplier's service are its own: neither needs them to be looked for.
alter table connection_tally add column own bigint not null default 0;
update connection_tally tally set own = counted.own
from (select license.distributor_id, license.owner_id, count(*) as own
    from connection join licenses_license license on license.id = connection.license_id and license.owner_id = connection.supplier_id
    where connection.published_at is not null
    group by 1, 2) counted
where counted.distributor_id = tally.distributor_id and counted.owner_id = tally.supplier_id;
create or replace view connections_in_service as select distributor_id, supplier_id, in_service, own from connection_tally;
comment on view connections_in_service is
    'Owner: connections. How many licenses of each distributor are in each supplier''s service, and how many of these are its own.';

create or replace function connection_tally_add(licenses uuid[], suppliers uuid[], step integer) returns void language sql as $$
    insert into connection_tally as tally (distributor_id, supplier_id, in_service, own)
    select license.distributor_id, changed.supplier_id, step * count(*),
        step * count(*) filter (where license.owner_id = changed.supplier_id)
    from unnest(licenses, suppliers) as changed (license_id, supplier_id)
        join licenses_license license on license.id = changed.license_id
    group by 1, 2 order by 1, 2
    on conflict (distributor_id, supplier_id)
        do update set in_service = tally.in_service + excluded.in_service, own = tally.own + excluded.own
$$;

create or replace function connection_tally_move() returns trigger language plpgsql as $$
begin
    perform from connection where license_id = new.id for update;
    insert into connection_tally as tally (distributor_id, supplier_id, in_service, own)
    select distributor_id, supplier_id, sum(step), coalesce(sum(step) filter (where owner_id = supplier_id), 0)
    from (select side.distributor_id, side.owner_id, connection.supplier_id, side.step
        from connection
            cross join (values (old.distributor_id, old.owner_id, -1), (new.distributor_id, new.owner_id, 1)) side (distributor_id, owner_id, step)
        where connection.license_id = new.id and connection.published_at is not null) moved
    group by 1, 2 order by 1, 2
    on conflict (distributor_id, supplier_id)
        do update set in_service = tally.in_service + excluded.in_service, own = tally.own + excluded.own;
    return null;
end
$$;
drop trigger connection_tally_moved on license;
create trigger connection_tally_moved after update of distributor_id, owner_id on license
    for each row when ((old.distributor_id, old.owner_id) is distinct from (new.distributor_id, new.owner_id))
    execute function connection_tally_move();
