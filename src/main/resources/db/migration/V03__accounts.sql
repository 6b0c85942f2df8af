create table account (
    id            uuid primary key,
    version       bigint       not null,
    email         varchar(254) not null unique,
    name          varchar(200) not null,
    password_hash varchar(200),
    company_id    uuid references company,
    language      varchar(2)   not null,
    enabled       boolean      not null,
    created_at    timestamptz  not null
);
create index account_company on account (company_id);

create table account_role (
    account uuid        not null references account on delete cascade,
    role    varchar(20) not null,
    primary key (account, role)
);

-- Links to set a password: only the hash of the token is kept.
create table password_token (
    token_hash bytea primary key,
    account_id uuid        not null references account on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index password_token_account on password_token (account_id);

-- Spring Security's persistent remember-me tokens.
create table persistent_logins (
    username  varchar(254) not null,
    series    varchar(64) primary key,
    token     varchar(64)  not null,
    last_used timestamp    not null
);
create index persistent_logins_username on persistent_logins (username);
