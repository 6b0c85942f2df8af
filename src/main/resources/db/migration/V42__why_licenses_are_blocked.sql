-- Each time a license was blocked or freed: by whom, when and why. Of those that are blocked already nobody knows.
create table license_blocking (
    id         bigint generated always as identity primary key,
    license_id uuid          not null references license,
    blocked    boolean       not null,
    reason     varchar(1000) not null,
    changed_by uuid          not null references account,
    changed_at timestamptz   not null
);
create index license_blocking_license on license_blocking (license_id, id desc);
create index connection_order_item_of_license on connection_order_item (license_id, order_id);
drop index connection_order_item_license;

-- Under which grant something was done, for as long as anybody asks.
create view grants_given as select id as grant_id, given_at, acts, ends_at, closed_at from license_grant;
comment on view grants_given is 'Owner: grants. All grants, those that are over too.';
