-- Which version of the license agreement somebody has accepted, and when. The text of a version is kept with it.
create table agreement_version (
    version  varchar(20) primary key,
    ru       text        not null,
    en       text        not null,
    since    timestamptz not null
);
create table account_consent (
    account_id uuid        not null references account on delete cascade,
    version    varchar(20) not null,
    agreed_at  timestamptz not null,
    primary key (account_id, version)
);
alter table registration add column agreed_version varchar(20);

-- A person whose data are erased: the account stays for the histories that name it.
alter table account add column erased_at timestamptz;
alter table account_change drop constraint account_change_kind_check;
alter table account_change add constraint account_change_kind_check check (kind in
    ('INVITED', 'APPOINTED', 'SWITCHED_OFF', 'SWITCHED_ON', 'FACTOR_REMOVED', 'COMPANY_OFF', 'COMPANY_ON', 'ERASED'));
create index activity_actor on activity (actor_id) where actor_id is not null;
create index task_note_author on task_note (author);
