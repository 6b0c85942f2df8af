-- Grants and connections have modules of their own: what they publish is named after them; licenses tell what there is and whose it is.
create view licenses_license as
    select id, number, activation_code, distributor_id, owner_id, user_name, config_version, mdm_id, blocked, search from license;
comment on view licenses_license is 'Owner: licenses. Mobile licenses; lockable, and searched by "like" on search.';
create view licenses_owner as select id as license_id, owner_id, distributor_id from license;
comment on view licenses_owner is 'Owner: licenses. To whom licenses belong, and which distributor uses them.';

drop view licenses_delegation;
create view grants_delegation as
    select s.id as supplier_id, d.id as distributor_id, coalesce(p.delegated, false) as granted,
        s.id <> d.id and exists (select from licenses_owner l where l.owner_id = s.id and l.distributor_id = d.id) as locked
    from partners_company s cross join partners_company d
        left join partners_partnership p on p.supplier_id = s.id and p.distributor_id = d.id;
comment on view grants_delegation is 'Owner: grants. Who may manage whose licenses: granted, or locked by ownership.';

drop view licenses_order;
create view connections_order as
    select o.id, o.state, o.own_process, o.supplier_id, s.name as supplier, o.distributor_id, d.name as distributor, p.code
    from connection_order o
        left join partners_company s on s.id = o.supplier_id
        left join partners_company d on d.id = o.distributor_id
        left join partners_partnership p on p.supplier_id = o.supplier_id and p.distributor_id = o.distributor_id;
comment on view connections_order is 'Owner: connections. Orders to connect licenses, with the names of both companies.';
