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
