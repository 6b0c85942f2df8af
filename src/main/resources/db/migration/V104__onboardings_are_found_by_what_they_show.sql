-- Onboardings are found by the city and the tax ID that lists and files show of them: the company's, the invitee's only where the company
-- has none. Until now a company's city found nothing, and the invitee's found also what is shown with another one. The name under which
-- the supplier has invited finds beside the company's, as it does in inboxes: it is the one that the supplier knows.
create or replace function onboarding_describe() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
declare
    found_words text;
begin
    select place.code, supplier.name, coalesce(distributor.name, place.invitee_name), place.invitee_email,
        coalesce(distributor.city, place.invitee_city),
        common_search_form(concat_ws(E'\n', place.code, place.invitee_name, place.invitee_email,
            coalesce(distributor.tax_id, place.invitee_tax_id), coalesce(distributor.city, place.invitee_city), distributor.name))
    into new.code, new.supplier_name, new.distributor_name, new.email, new.city, found_words
    from partners_partnership place
        join partners_company supplier on supplier.id = new.supplier_id
        left join partners_company distributor on distributor.id = new.distributor_id
    where place.id = new.partnership_id;
    insert into onboarding_text values (new.id, new.supplier_id, new.invited_at, new.code, new.supplier_name, new.distributor_name,
        new.city, found_words)
    on conflict (onboarding_id) do update set supplier_id = excluded.supplier_id, invited_at = excluded.invited_at,
        code = excluded.code, supplier_name = excluded.supplier_name, distributor_name = excluded.distributor_name,
        city = excluded.city, words = excluded.words;
    return new;
end
$$;

-- Whoever describes an onboarding has locked this table to write it: none is described in the old way after it was read here. Words of those that
-- no company has taken up are the invitee's, as before.
lock table onboarding in exclusive mode;
update onboarding_text described
set words = common_search_form(concat_ws(E'\n', place.code, place.invitee_name, place.invitee_email,
    coalesce(distributor.tax_id, place.invitee_tax_id), coalesce(distributor.city, place.invitee_city), distributor.name))
from onboarding o
    join partners_partnership place on place.id = o.partnership_id
    join partners_company distributor on distributor.id = o.distributor_id
where described.onboarding_id = o.id;
