-- Companies are found by their people, too: by the address at which sales reaches somebody, as the company's page shows it.
alter table account add column search text generated always as (
    common_search_form(name || E'\n' || coalesce(invited_address, email))) stored;
create index account_search on account using gin (search gin_trgm_ops);

create view accounts_person_words as
    select id as person_id, company_id, name, coalesce(invited_address, email) as email, search as words from account where erased_at is null;
comment on view accounts_person_words is 'Owner: accounts. By what people are searched: to be asked by "like".';

-- Who reads pages by another clock than the company's.
create table own_time_zone (
    account_id uuid primary key references account on delete cascade,
    time_zone  text not null
);
