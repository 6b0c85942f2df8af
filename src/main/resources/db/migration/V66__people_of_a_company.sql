-- What a person may do for the own company; of no meaning for the operator's people.
alter table account
    add column position      varchar(20) not null default 'LICENSE_MANAGER'
        check (position in ('ADMINISTRATOR', 'LICENSE_MANAGER', 'READER')),
    add column invited_by    uuid references account on delete set null,
    add column invited_until timestamptz,
    -- Grows when all sessions of a person are ended.
    add column sessions      integer not null default 0;

-- Everybody keeps what everybody could do so far.
update account set position = 'ADMINISTRATOR' where company_id is not null;

create or replace view accounts_person as
    select id, name, email, language, company_id, enabled, password_hash is not null as can_sign_in, position from account;
