-- A person who asks to be registered for a company that is known is confirmed: by the company's people, or by the sales department,
-- which records what it has checked.
alter table registration
    -- Whether its process can ask the company: those that were begun before this version end with the account.
    add column asks_company  boolean not null default false,
    add column asked_company uuid references company,
    add column confirmed_by  uuid references account,
    add column confirmed_at  timestamptz,
    add column checked       varchar(1000);

-- What was approved under the rule of that day stays approved.
update registration set confirmed_at = decided_at, confirmed_by = decided_by where state in ('APPROVED', 'OPENED');
