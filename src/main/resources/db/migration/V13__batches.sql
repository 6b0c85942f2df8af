-- What a supplier's person asked for in one go, for many distributors. Worked off in the background.
create table batch (
    id          uuid primary key,
    company_id  uuid        not null references company,
    kind        varchar(10) not null check (kind in ('INVITE', 'RESEND', 'REMIND', 'REVOKE')),
    state       varchar(10) not null check (state in ('SCHEDULED', 'RUNNING', 'STOPPED', 'FINISHED')),
    reason      varchar(1000),
    started_by  uuid        not null references account,
    created_at  timestamptz not null,
    -- Until then it can be undone.
    starts_at   timestamptz not null,
    finished_at timestamptz,
    -- Grows with every start and resumption; a durable task of an earlier run leaves the batch alone.
    run         int         not null,
    total       int         not null,
    done        int         not null,
    refused     int         not null
);
create index batch_company on batch (company_id, created_at desc);

-- A row's result is written in the transaction of its effect, so that no row has it twice.
create table batch_row (
    batch_id      uuid         not null references batch on delete cascade,
    line          int          not null,
    onboarding_id uuid references onboarding,
    name          varchar(200) not null,
    email         varchar(254) not null,
    tax_id        varchar(12),
    city          varchar(100),
    language      varchar(2)   not null,
    code          char(5),
    state         varchar(10)  not null check (state in ('WAITING', 'DONE', 'REFUSED')),
    -- Message key and arguments of the refusal.
    refusal       varchar(100),
    arguments     text[]       not null,
    primary key (batch_id, line)
);
create index batch_row_state on batch_row (batch_id, state, line);
