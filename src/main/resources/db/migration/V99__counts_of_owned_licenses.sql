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

-- And what a supplier sees of a distributor by connections, published or not, and how much of it is its own: neither has to be looked
-- for license by license.
alter table connection_tally add column connected bigint not null default 0, add column own bigint not null default 0;
insert into connection_tally as tally (distributor_id, supplier_id, in_service, connected, own)
select license.distributor_id, connection.supplier_id, 0, count(*), count(*) filter (where license.owner_id = connection.supplier_id)
from connection join licenses_license license on license.id = connection.license_id
group by 1, 2
on conflict (distributor_id, supplier_id) do update set connected = excluded.connected, own = excluded.own;
create index connection_tally_of_supplier on connection_tally (supplier_id);
create or replace view connections_in_service as select distributor_id, supplier_id, in_service, connected, own from connection_tally;
comment on view connections_in_service is 'Owner: connections. How many licenses of each distributor are in each supplier''s service; how many '
    'are connected to it, be it not published yet; and how many of these are its own.';

drop trigger connection_tally_inserted on connection;
drop trigger connection_tally_updated on connection;
drop trigger connection_tally_deleted on connection;
drop trigger connection_tally_moved on license;
drop function connection_tally_keep(), connection_tally_move(), connection_tally_add(uuid[], uuid[], integer);

-- What has changed of each license's connection, by how much it counts.
create function connection_tally_add(licenses uuid[], suppliers uuid[], published boolean[], steps integer[]) returns void language sql as $$
    insert into connection_tally as tally (distributor_id, supplier_id, in_service, connected, own)
    select license.distributor_id, changed.supplier_id, coalesce(sum(step) filter (where published), 0), sum(step),
        coalesce(sum(step) filter (where license.owner_id = changed.supplier_id), 0)
    from unnest(licenses, suppliers, published, steps) as changed (license_id, supplier_id, published, step)
        join licenses_license license on license.id = changed.license_id
    group by 1, 2 order by 1, 2
    on conflict (distributor_id, supplier_id) do update set in_service = tally.in_service + excluded.in_service,
        connected = tally.connected + excluded.connected, own = tally.own + excluded.own
$$;

-- Before and after one statement, of any number of connections.
create function connection_tally_keep() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    if tg_op = 'INSERT' then
        perform connection_tally_add(array_agg(license_id), array_agg(supplier_id), array_agg(published_at is not null), array_agg(1)) from after;
    elsif tg_op = 'DELETE' then
        perform connection_tally_add(array_agg(license_id), array_agg(supplier_id), array_agg(published_at is not null), array_agg(-1)) from before;
    else
        perform connection_tally_add(array_agg(license_id), array_agg(supplier_id), array_agg(published), array_agg(step))
        from (select license_id, supplier_id, published_at is not null as published, -1 as step from before
            union all select license_id, supplier_id, published_at is not null, 1 from after) changed;
    end if;
    return null;
end
$$;
create trigger connection_tally_inserted after insert on connection
    referencing new table as after for each statement execute function connection_tally_keep();
create trigger connection_tally_updated after update on connection
    referencing old table as before new table as after for each statement execute function connection_tally_keep();
create trigger connection_tally_deleted after delete on connection
    referencing old table as before for each statement execute function connection_tally_keep();

-- A license that goes to another distributor or owner takes its connections along. They are locked, so that none changes meanwhile.
create function connection_tally_move() returns trigger language plpgsql as $$
begin
    perform from connection where license_id = new.id for update;
    insert into connection_tally as tally (distributor_id, supplier_id, in_service, connected, own)
    select side.distributor_id, connection.supplier_id, coalesce(sum(step) filter (where published_at is not null), 0), sum(step),
        coalesce(sum(step) filter (where side.owner_id = connection.supplier_id), 0)
    from connection
        cross join (values (old.distributor_id, old.owner_id, -1), (new.distributor_id, new.owner_id, 1)) side (distributor_id, owner_id, step)
    where connection.license_id = new.id
    group by 1, 2 order by 1, 2
    on conflict (distributor_id, supplier_id) do update set in_service = tally.in_service + excluded.in_service,
        connected = tally.connected + excluded.connected, own = tally.own + excluded.own;
    return null;
end
$$;
create trigger connection_tally_moved after update of distributor_id, owner_id on license
    for each row when ((old.distributor_id, old.owner_id) is distinct from (new.distributor_id, new.owner_id))
    execute function connection_tally_move();
