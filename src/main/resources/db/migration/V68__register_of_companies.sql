-- What the operator does with a company's people, and why.
create table account_change (
    id         bigint generated always as identity primary key,
    company_id uuid          not null references company,
    account_id uuid          references account on delete set null,
    name       varchar(200)  not null,
    kind       varchar(20)   not null check (kind in ('INVITED', 'APPOINTED', 'SWITCHED_OFF', 'SWITCHED_ON')),
    reason     varchar(1000) not null,
    changed_by uuid          not null references account,
    changed_at timestamptz   not null
);
create index account_change_company on account_change (company_id, id);

-- The register's list in its order.
create index company_by_name on company (name collate common_alphabet, id);
