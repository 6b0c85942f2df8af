-- The server of a company at which its people show who they are, by OpenID Connect.
create table identity_provider (
    company_id    uuid primary key references company,
    issuer        varchar(500)  not null,
    client_id     varchar(200)  not null,
    -- Encrypted by the installation's key and bound to the company.
    client_secret bytea         not null,
    -- What the server says of itself: where it is asked for what, and how it signs. JSON.
    metadata      text          not null,
    enabled       boolean       not null,
    -- Whether its word that there was a second factor takes the place of ours.
    trusts_factor boolean       not null,
    checked_at    timestamptz   not null
);

-- By whom an account is known there.
create table identity_link (
    company_id uuid         not null references identity_provider on delete cascade,
    subject    varchar(255) not null,
    account_id uuid         not null unique references account on delete cascade,
    linked_at  timestamptz  not null,
    last_used  timestamptz  not null,
    primary key (company_id, subject)
);

-- Sessions end with what they have come through.
alter table person_session add column through uuid;
create index person_session_through on person_session (through) where through is not null;
