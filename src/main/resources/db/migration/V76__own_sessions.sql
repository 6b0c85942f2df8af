-- Sessions that are open, on all instances: the list in which people see and end their own. A session whose row is gone ends at once.
create table person_session (
    id          uuid primary key,
    account_id  uuid         not null references account on delete cascade,
    device      varchar(100) not null,
    address     varchar(45)  not null,
    began_at    timestamptz  not null,
    last_used   timestamptz  not null,
    -- The remembered browser that it came by, or that came of it.
    series_hash bytea
);
create index person_session_account on person_session (account_id);
create index person_session_last_used on person_session (last_used);

alter table remembered_browser
    add column device   varchar(100) not null default '',
    add column address  varchar(45)  not null default '',
    add column began_at timestamptz;
