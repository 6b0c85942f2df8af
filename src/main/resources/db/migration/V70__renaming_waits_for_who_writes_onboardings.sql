-- Whoever has locked an onboarding to change it next goes on; a company gets another name when they are done. Until now it took the
-- table from them between the two, and each waited for the other.
create or replace function onboarding_follow_company() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    lock table onboarding in exclusive mode;
    update onboarding set distributor_name = null where supplier_id = new.id or distributor_id = new.id;
    return null;
end
$$;
