insert into onboarding (id, version, partnership_id, supplier_id, distributor_id, language, stage, stage_since, reason,
    invited_by, invited_at, expires_at, connection_order_id, letter_state, process_ended_at)
select plan.id, 1, place_id, supplier_id, case when followed then distributor_id end, coalesce(language, 'ru'), stage,
    stage_since, reason, supplier_account, invited_at, invited_at + :validity::interval,
    case when stage = 'CONNECTED' or refused then order_id end, case when bounced then 'FAILED' else 'SENT' end,
    case when not under_way then stage_since + interval '2 seconds' end
from plan left join base_company using (base);

-- The secret in a link is "demo-invitation-" and the onboarding's number.
insert into invitation_link (token_hash, onboarding_id, created_at)
select sha256(convert_to('demo-invitation-' || n, 'UTF8')), id, invited_at from plan;

insert into registration (id, version, onboarding_id, email, company_name, tax_id, city, contact_name, contact_phone,
    language, state, reason, decided_by, decided_at, company_id, requested_at)
select registration_id, 1, plan.id, email, name, tax_id, city, contact, phone, language,
    case stage when 'REGISTERING' then 'REQUESTED' when 'REJECTED' then 'REJECTED' else 'OPENED' end, reason_of_sales,
    case when stage <> 'REGISTERING' then :sales::uuid end, case when stage <> 'REGISTERING' then registered_at end,
    case when stage not in ('REGISTERING', 'REJECTED') then distributor_id end, followed_at
from plan join base_company using (base), lateral (select case when stage = 'REJECTED' then reason end as reason_of_sales) why
where newcomer;

insert into registration (id, version, email, company_name, tax_id, city, contact_name, contact_phone, language, state,
    requested_at)
select pg_temp.id(base, 'own wish'), 1, email, name, tax_id, city, contact, phone, language, 'REQUESTED',
    :now::timestamptz - make_interval(hours => 7 * (base - :onboardings))
from base_company where base > :onboardings;
