-- Each order in which lists of licenses are read is an index from which a page's ids come without a look into the table, however
-- far from the beginning it is; from the end it is the same index backwards, so the unknown stand last, or first.
drop index license_distributor;
drop index license_user;
drop index license_devices;
create index license_by_number on license (distributor_id, number) include (id);
create index license_by_code on license (distributor_id, activation_code) include (id);
create index license_by_user on license (distributor_id, user_name collate common_alphabet, number) include (id);
create index license_by_version on license (distributor_id, config_version collate common_alphabet, number) include (id);
create index license_by_device on license (distributor_id, mdm_id, number) include (id);
create index license_blocked on license (distributor_id, number) where blocked;

-- How many licenses of a distributor are in a supplier's service: kept, since hundreds of thousands can't be counted for each look.
create table connection_tally (
    distributor_id uuid   not null references company,
    supplier_id    uuid   not null references company,
    in_service     bigint not null,
    primary key (distributor_id, supplier_id)
);
insert into connection_tally (distributor_id, supplier_id, in_service)
select license.distributor_id, connection.supplier_id, count(*)
from connection join licenses_license license on license.id = connection.license_id
where connection.published_at is not null
group by 1, 2;

create function connection_tally_add(licenses uuid[], suppliers uuid[], step integer) returns void language sql as $$
    insert into connection_tally as tally (distributor_id, supplier_id, in_service)
    select license.distributor_id, changed.supplier_id, step * count(*)
    from unnest(licenses, suppliers) as changed (license_id, supplier_id)
        join licenses_license license on license.id = changed.license_id
    group by 1, 2 order by 1, 2
    on conflict (distributor_id, supplier_id) do update set in_service = tally.in_service + excluded.in_service
$$;

-- Before and after one statement, of any number of connections.
create function connection_tally_keep() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform connection_tally_add(array_agg(license_id), array_agg(supplier_id), -1) from before where published_at is not null;
    end if;
    if tg_op <> 'DELETE' then
        perform connection_tally_add(array_agg(license_id), array_agg(supplier_id), 1) from after where published_at is not null;
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

-- A license that goes to another distributor takes its connections along. They are locked, so that none is published meanwhile.
create function connection_tally_move() returns trigger language plpgsql as $$
begin
    perform from connection where license_id = new.id for update;
    insert into connection_tally as tally (distributor_id, supplier_id, in_service)
    select side.distributor_id, connection.supplier_id, side.step
    from connection cross join (values (old.distributor_id, -1), (new.distributor_id, 1)) side (distributor_id, step)
    where connection.license_id = new.id and connection.published_at is not null
    order by 1, 2
    on conflict (distributor_id, supplier_id) do update set in_service = tally.in_service + excluded.in_service;
    return null;
end
$$;
create trigger connection_tally_moved after update of distributor_id on license
    for each row when (old.distributor_id <> new.distributor_id) execute function connection_tally_move();
