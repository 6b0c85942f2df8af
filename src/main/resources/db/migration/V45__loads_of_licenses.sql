-- One load of licenses: a table that was looked at, then loaded. Its rows are staged, so that they are read from their file only
-- once and judged and loaded by statements over many.
create table license_load (
    id             uuid primary key,
    state          varchar(10) not null check (state in ('READING', 'CHECKED', 'LOADING', 'LOADED', 'LOST')),
    checked_by     uuid        not null references account,
    checked_at     timestamptz not null,
    distributor_id uuid references company,
    row_count      int         not null default 0,
    last_line      int         not null default 0,
    done_line      int         not null default 0,
    loaded         int         not null default 0,
    started_by     uuid references account,
    started_at     timestamptz,
    finished_at    timestamptz,
    kept           boolean     not null default true,
    check (state in ('READING', 'CHECKED') or distributor_id is not null and started_by is not null and started_at is not null)
);
comment on column license_load.state is 'LOST: the database has crashed meanwhile, and the staged rows are gone.';
comment on column license_load.done_line is 'Up to which line its rows are loaded: another run goes on after it.';
comment on column license_load.kept is 'Whether its rows are still there to be looked at.';
create index license_load_latest on license_load (checked_at desc, id);

-- Not logged: the file is still with who has brought it.
create unlogged table license_staged (
    load_id         uuid        not null,
    line            int         not null,
    number          text        not null,
    activation_code text        not null,
    user_name       text,
    config_version  text,
    mdm_id          uuid,
    mdm_text        text,
    owner_tax_id    text,
    verdict         varchar(20) not null,
    fault           varchar(30),
    fault_column    varchar(60),
    first_line      int,
    loadable        boolean     not null generated always as (verdict = 'VALID') stored
);
comment on column license_staged.mdm_text is 'What stands in the place of an MDM ID and is none.';
comment on column license_staged.first_line is 'Of a row that repeats another: where that one is.';
create unique index license_staged_order on license_staged (load_id, loadable, line);
create index license_staged_verdict on license_staged (load_id, verdict, line) where verdict <> 'VALID';

create table license_load_tally (
    load_id      uuid        not null references license_load on delete cascade,
    verdict      varchar(20) not null,
    fault        varchar(30),
    fault_column varchar(60),
    row_count    int         not null
);
comment on table license_load_tally is 'How many rows of a load have which verdict, and why those that cannot be read cannot.';
create index license_load_tally_of on license_load_tally (load_id);
