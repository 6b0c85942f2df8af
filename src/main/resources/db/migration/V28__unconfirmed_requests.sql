-- What somebody typed who came without an invitation. It becomes a request to be registered when the address's owner opens the
-- link in the letter. Requests of earlier versions stand in "registration" and need no confirmation.
create table unconfirmed_request (
    token_hash      bytea primary key,
    email           varchar(254) not null,
    company_name    varchar(200) not null,
    tax_id          varchar(12)  not null,
    city            varchar(100) not null,
    contact_name    varchar(200) not null,
    contact_phone   varchar(40)  not null,
    language        varchar(2)   not null,
    asked_at        timestamptz  not null,
    registration_id uuid references registration
);
create index unconfirmed_request_email on unconfirmed_request (email, asked_at);
create index unconfirmed_request_age on unconfirmed_request (asked_at);

-- Requests for one company or one address are seen together.
create index registration_tax_id on registration (tax_id);
create index registration_email on registration (email);
