-- Who has locked an onboarding does not wait for a company's row: whoever changes that waits for all onboardings. Until now each waited for the
-- other where a distributor was given a place while its name or city was changed, and where a foreign key named it while its tax ID was. Of a
-- row whose key is changed no foreign key can be checked; what an index with a condition holds is no key.
alter table company drop constraint company_tax_id_key;
create unique index company_tax_id_key on company (tax_id) where tax_id is not null;

-- No onboarding shows the city or tax ID of a company that is no distributor: it need not wait for them, nor they for it. A company that is to
-- become one has its row changed first.
create or replace function onboarding_follow_company() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    if new.distributor or new.name <> old.name then
        lock table onboarding in exclusive mode;
        update onboarding set distributor_name = null where distributor_id = new.id;
    end if;
    if new.name <> old.name then
        update onboarding set distributor_name = null where supplier_id = new.id and distributor_id is distinct from new.id;
    end if;
    return null;
end
$$;
