create table onboarding (
    id              uuid primary key,
    version         bigint       not null,
    partnership_id  uuid         not null references partnership,
    supplier_id     uuid         not null references company,
    distributor_id  uuid references company,
    language        varchar(2)   not null,
    stage           varchar(12)  not null check (stage in
        ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING', 'CONNECTED', 'DECLINED', 'EXPIRED', 'REVOKED', 'REJECTED')),
    stage_since     timestamptz  not null,
    reason          varchar(1000),
    invited_by      uuid         not null references account,
    invited_at      timestamptz  not null,
    expires_at      timestamptz  not null,
    connection_order_id uuid references connection_order,
    letter_state    varchar(10)
);
create index onboarding_supplier on onboarding (supplier_id, invited_at desc);
create index onboarding_distributor on onboarding (distributor_id);
-- At most one onboarding under way for a place in a supplier's network.
create unique index onboarding_under_way on onboarding (partnership_id)
    where stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING');
alter table registration add foreign key (onboarding_id) references onboarding;

-- Every letter that holds a link has its own token; only hashes are kept.
create table invitation (
    token_hash    bytea primary key,
    onboarding_id uuid        not null references onboarding,
    created_at    timestamptz not null
);
create index invitation_onboarding on invitation (onboarding_id);

-- The story of each onboarding. Append only.
create table activity (
    id            bigint generated always as identity primary key,
    onboarding_id uuid        not null references onboarding,
    happened_at   timestamptz not null,
    kind          varchar(40) not null,
    actor_id      uuid references account,
    actor_name    varchar(200),
    arguments     text[]      not null,
    once_key      varchar(120)
);
create index activity_onboarding on activity (onboarding_id, id);
-- Steps run at least once: one that must be told once carries its own key.
create unique index activity_once on activity (onboarding_id, once_key) where once_key is not null;
