-- Lists over all distributors are read as those of one are (V43): the ids of a page come from an index in the list's order, which also
-- tells whose a license is. The two that keep numbers and codes apart do it as well, so that loading writes no more of them.
alter table license drop constraint license_number_key;
create unique index license_number_key on license (number) include (id, distributor_id, owner_id);
alter table license drop constraint license_activation_code_key;
create unique index license_activation_code_key on license (activation_code) include (id, distributor_id, owner_id);
create index license_of_any_by_user on license (user_name collate common_alphabet, number) include (id, distributor_id, owner_id);
create index license_of_any_by_device on license (mdm_id, number) include (id, distributor_id, owner_id);

-- Which columns of a list a person does not want to see. Without a row: those that the list hides by itself.
create table account_list_setting (
    account uuid        not null references account on delete cascade,
    list    varchar(40) not null,
    hidden  text[]      not null,
    primary key (account, list)
);

-- What lists over distributors read of connections.
create view connections_of_license as select license_id, supplier_id, published_at from connection;
comment on view connections_of_license is 'Owner: connections. Suppliers in whose service licenses are; not yet, as long as they are not published.';
create view connections_under_way as
    select item.license_id, placed.supplier_id
    from connection_order_item item join connection_order placed on placed.id = item.order_id
    where item.state not in ('LEFT_OUT', 'WAITING') and placed.kind = 'CONNECT' and placed.state <> 'FINISHED';
comment on view connections_under_way is 'Owner: connections. Licenses that orders are connecting.';
create view connections_in_service as select distributor_id, supplier_id, in_service from connection_tally;
comment on view connections_in_service is 'Owner: connections. How many licenses of each distributor are in each supplier''s service.';
