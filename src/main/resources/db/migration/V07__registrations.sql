-- A wish to be registered, with or without an invitation, and the sales department's decision.
create table registration (
    id            uuid primary key,
    version       bigint       not null,
    onboarding_id uuid,
    email         varchar(254) not null,
    company_name  varchar(200) not null,
    tax_id        varchar(12)  not null,
    city          varchar(100) not null,
    contact_name  varchar(200) not null,
    contact_phone varchar(40)  not null,
    language      varchar(2)   not null,
    state         varchar(10)  not null check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'OPENED', 'CLOSED')),
    reason        varchar(1000),
    decided_by    uuid references account,
    decided_at    timestamptz,
    company_id    uuid references company,
    requested_at  timestamptz  not null
);
create index registration_onboarding on registration (onboarding_id);
-- One request at a time for an address, and one for an invitation.
create unique index registration_open_email on registration (email)
    where onboarding_id is null and state in ('REQUESTED', 'APPROVED');
create unique index registration_open_onboarding on registration (onboarding_id)
    where state in ('REQUESTED', 'APPROVED');
