-- What wrong passwords have spent, by whom they were tried on and where they came from. Rows flow back with time and are then
-- deleted. Losing them in a crash of the server costs an attacker's past tries only, so they need no log.
create unlogged table try_budget (
    budget   varchar(20)      not null,
    key_hash bytea            not null,
    spent    double precision not null,
    at       timestamptz      not null,
    primary key (budget, key_hash)
);
create index try_budget_at on try_budget (at);

-- Browsers in which a person has signed in.
create table known_browser (
    secret_hash bytea       not null,
    account_id  uuid        not null references account on delete cascade,
    last_used   timestamptz not null,
    primary key (account_id, secret_hash)
);
create index known_browser_last_used on known_browser (last_used);
