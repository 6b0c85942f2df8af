-- A person's app that makes codes. Its secret is encrypted; of codes that were accepted the time stays, so that none is accepted twice.
create table authenticator (
    account_id uuid primary key references account on delete cascade,
    secret     bytea       not null,
    added_at   timestamptz not null,
    last_step  bigint      not null
);

-- Codes for whoever has lost the app: here are the hashes of those that are not used yet.
create table recovery_code (
    account_id uuid  not null references account on delete cascade,
    code_hash  bytea not null,
    primary key (account_id, code_hash)
);

alter table account
    -- Grows with each change of the second factor; sessions that began before end with it.
    add column factor_changes integer not null default 0,
    -- How often the person has put off adding one that is required.
    add column factor_delays  integer not null default 0,
    -- Shorter than what a password has to be without a second factor.
    add column short_password boolean not null default false;

alter table account_change drop constraint account_change_kind_check;
alter table account_change add constraint account_change_kind_check
    check (kind in ('INVITED', 'APPOINTED', 'SWITCHED_OFF', 'SWITCHED_ON', 'FACTOR_REMOVED'));
