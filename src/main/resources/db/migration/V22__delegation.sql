-- Which suppliers may manage which distributors' licenses: granted by the partnership, locked while licenses belong to the
-- supplier, be the two partners already or not yet. A pair that is not there has neither.
create view licenses_delegation as
    select p.supplier_id, p.distributor_id, p.delegated as granted,
        exists (select from license l where l.owner_id = p.supplier_id and l.distributor_id = p.distributor_id) as locked
    from partnership p where p.distributor_id is not null
    union all
    select distinct l.owner_id, l.distributor_id, false, true
    from license l
    where l.owner_id <> l.distributor_id and not exists (
        select from partnership p where p.supplier_id = l.owner_id and p.distributor_id = l.distributor_id);
comment on view licenses_delegation is 'Owner: licenses. Who may manage whose licenses: granted, or locked by ownership.';
