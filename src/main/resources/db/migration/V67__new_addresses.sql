-- A person's new address, until its owner opens the link in the letter that went there. One for a person.
create table address_change (
    account_id uuid primary key references account on delete cascade,
    token_hash bytea        not null unique,
    email      varchar(254) not null,
    asked_at   timestamptz  not null,
    expires_at timestamptz  not null
);
