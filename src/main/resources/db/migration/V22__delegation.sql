-- Which supplier may manage which distributor's licenses: granted by the partnership, locked while licenses belong to the
-- supplier, be the two partners already or not yet. A row for any two companies: to be asked for by both, never for all.
create view licenses_delegation as
    select s.id as supplier_id, d.id as distributor_id, coalesce(p.delegated, false) as granted,
        s.id <> d.id and exists (select from license l where l.owner_id = s.id and l.distributor_id = d.id) as locked
    from company s cross join company d
        left join partnership p on p.supplier_id = s.id and p.distributor_id = d.id;
comment on view licenses_delegation is 'Owner: licenses. Who may manage whose licenses: granted, or locked by ownership.';
