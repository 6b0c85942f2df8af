create table company (
    id            uuid primary key,
    version       bigint       not null,
    name          varchar(200) not null,
    tax_id        varchar(12)  unique,
    city          varchar(100),
    contact_name  varchar(200),
    contact_phone varchar(40),
    contact_email varchar(254),
    supplier      boolean      not null,
    distributor   boolean      not null,
    created_at    timestamptz  not null,
    check (supplier or distributor)
);
-- Collation C serves both the search by beginning and the order of its pages.
create index company_name on company ((lower(name) collate "C"), id);
create index company_tax_id on company (tax_id text_pattern_ops);

-- A place in a supplier's network: it holds the code from the invitation on, and the distributor once it has accepted.
create table partnership (
    id             uuid primary key,
    version        bigint       not null,
    supplier_id    uuid         not null references company,
    code           char(5)      not null check (code ~ '^[0-9]{5}$'),
    invitee_name   varchar(200) not null,
    invitee_email  varchar(254) not null,
    invitee_tax_id varchar(12),
    invitee_city   varchar(100),
    distributor_id uuid references company,
    delegated      boolean      not null,
    created_at     timestamptz  not null,
    established_at timestamptz,
    unique (supplier_id, code),
    unique (supplier_id, invitee_email),
    unique (supplier_id, distributor_id)
);
create index partnership_distributor on partnership (distributor_id);
