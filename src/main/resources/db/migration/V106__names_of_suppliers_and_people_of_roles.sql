-- Of a supplier, onboardings show the name alone. Until now another city or tax ID of a supplier, which its own people change, wrote each of its
-- onboardings anew, by the hundred thousand, while nobody else could take a step: whoever describes them holds the table.
create or replace function onboarding_follow_company() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    lock table onboarding in exclusive mode;
    update onboarding set distributor_name = null where distributor_id = new.id;
    if new.name <> old.name then
        update onboarding set distributor_name = null where supplier_id = new.id and distributor_id is distinct from new.id;
    end if;
    return null;
end
$$;

-- The few people of the sales department are asked for with each of its tasks, not looked for among the roles of all companies' people.
create index account_role_of on account_role (role);
