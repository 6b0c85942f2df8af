-- Who did what: written by the application, changed by nobody. Ids of people and companies refer to nothing, since an entry outlives them.
create table audit_entry (
    id           bigint generated always as identity primary key,
    -- The database's time, which is not the application's to choose.
    at           timestamptz   not null default now(),
    kind         varchar(40)   not null,
    -- A person's account; null for the system, and for whoever is not signed in.
    actor_id     uuid,
    -- The person's name then, or the address that was tried; empty for the system.
    actor        varchar(254)  not null,
    -- The company for which it was done; null for the operator.
    company_id   uuid,
    -- The companies whose matter it is.
    companies    uuid[]        not null,
    grant_id     uuid,
    -- The network address of who did it.
    source       varchar(100),
    subject_type varchar(20),
    subject_id   varchar(64),
    subject      varchar(500),
    old_value    varchar(4000),
    new_value    varchar(4000),
    -- How often, of refusals that are summed up.
    times        integer       not null default 1,
    words        text          not null generated always as (common_search_form(actor || E'\n' || coalesce(subject, '') || E'\n'
        || coalesce(old_value, '') || E'\n' || coalesce(new_value, ''))) stored
);
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_actor on audit_entry (actor_id, at, id);
create index audit_entry_kind on audit_entry (kind, at, id);
create index audit_entry_source on audit_entry (source, at, id);
create index audit_entry_subject on audit_entry (subject_id, at, id);
create index audit_entry_companies on audit_entry using gin (companies);
create index audit_entry_words on audit_entry using gin (words gin_trgm_ops);

-- Nobody changes an entry, and nobody removes a young one, whatever role the application has.
create function audit_keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '90 days' then
        return old;
    end if;
    raise exception 'entries of the audit are kept as they are' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_kept before update or delete on audit_entry for each row execute function audit_keep();
create trigger audit_kept_whole before truncate on audit_entry for each statement execute function audit_keep();

-- Forgets what is older than the retention, a few at a time; with the rights of the schema's owner, which the application has not.
create function audit_forget(keep interval, most integer) returns integer
    language plpgsql security definer set search_path from current as $$
declare
    forgotten integer;
begin
    delete from audit_entry where id in (select id from audit_entry
        where at < now() - greatest(keep, interval '90 days') order by at, id limit most);
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;

create view audit_listed as select id, at, kind, actor_id, actor, company_id, companies, grant_id, source, subject_type, subject_id,
    subject, old_value, new_value, times, words from audit_entry;
