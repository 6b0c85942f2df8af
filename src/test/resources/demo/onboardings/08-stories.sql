insert into activity (onboarding_id, happened_at, kind, actor_id, actor_name, arguments)
with people as (
    select plan.*, coalesce(base_company.name, demo.name) as company_name, coalesce(base_company.email, demo.contact_email) as email,
        inviter.name as supplier_person, coalesce(person.name, base_company.contact) as person, place.code,
        exists (select from license_grant g where g.supplier_id = place.supplier_id and g.distributor_id = place.distributor_id)
            as delegated
    from plan join partnership place on place.id = plan.place_id
        join company demo on demo.id = :distributor::uuid
        join account inviter on inviter.id = plan.supplier_account
        left join account person on person.id = plan.distributor_account
        left join base_company using (base)
), told as (
    select id, invited_at as at, 'INVITED' as kind, supplier_account as actor, supplier_person as name, array[email::text] as arguments
    from people
    union all
    select id, followed_at, 'REGISTRATION_REQUESTED', null, null, array[company_name] from people where newcomer
    union all
    select id, registered_at, 'ACCOUNT_OPENED', null, null, array[company_name] from people where newcomer and followed
    union all
    select id, followed_at, 'FOLLOWED', distributor_account, person, array[company_name]
    from people where followed and not newcomer
    union all
    select id, decided_at, 'ACCEPTED', distributor_account, person, array[company_name]
    from people where stage in ('CONNECTING', 'CONNECTED')
    union all
    select id, decided_at + interval '1 millisecond', 'DELEGATED', distributor_account, person,
        array['CONNECT DISCONNECT MOVE', '', '']
    from people where stage in ('CONNECTING', 'CONNECTED') and delegated
    union all
    select id, decided_at + interval '1 second', 'PARTNERSHIP_ESTABLISHED', null, null, array[company_name, code::text]
    from people where stage in ('CONNECTING', 'CONNECTED')
    union all
    select people.id, placed_at, 'LICENSES_ORDERED', distributor_account, person, array[]::text[]
    from people join connection_order placed on placed.id = order_id
    union all
    select people.id, stage_since, 'CONNECTED', null, null,
        array[(select count(*)::text from connection_order_item item where item.order_id = people.order_id)]
    from people where stage = 'CONNECTED'
    union all
    select id, stage_since, stage, case stage when 'DECLINED' then distributor_account when 'REVOKED' then supplier_account end,
        case stage when 'DECLINED' then person when 'REVOKED' then supplier_person end,
        case when reason is null then array[]::text[] else array[reason] end
    from people where stage in ('DECLINED', 'EXPIRED', 'REVOKED', 'REJECTED')
)
select id, at, kind, actor, name, arguments from told order by at, id;
