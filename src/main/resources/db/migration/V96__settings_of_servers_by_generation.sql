-- What a server is trusted with holds for the settings by which it was asked. Other settings, and switching it off, are another generation: sign-ins and
-- sessions that began by an earlier one end.
alter table identity_provider add column generation uuid not null default gen_random_uuid();
create unique index identity_provider_generation on identity_provider (generation);

-- Sessions of today have come through what is set now, and go on; they named the company.
update person_session s set through = p.generation from identity_provider p where s.through = p.company_id;
