-- What was changed of a company's data: by its administrator, or by the sales department with a reason. A name stands as it was then.
create table company_change (
    id              bigint generated always as identity primary key,
    company_id      uuid         not null references company,
    field           varchar(20)  not null check (field in ('NAME', 'TAX_ID', 'CITY', 'CONTACT_NAME', 'CONTACT_PHONE', 'CONTACT_EMAIL')),
    before          varchar(300) not null,
    after           varchar(300) not null,
    reason          varchar(1000),
    changed_by      uuid         not null,
    changed_by_name varchar(200) not null,
    by_operator     boolean      not null,
    changed_at      timestamptz  not null
);
create index company_change_company on company_change (company_id, id);
