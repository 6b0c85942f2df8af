-- By the keys under which the application knows which letters it has written.
create temporary table letter on commit drop as
with people as (
    select plan.*, coalesce(base_company.name, demo.name) as distributor_name,
        coalesce(base_company.email, demo.contact_email) as distributor_email,
        coalesce(base_company.language, 'ru') as distributor_language, supplier_company.name as supplier_name,
        inviter.email as supplier_email
    from plan left join base_company using (base)
        join company demo on demo.id = :distributor::uuid
        join company supplier_company on supplier_company.id = plan.supplier_id
        join account inviter on inviter.id = plan.supplier_account
), written as (
    select *, 'invitation/' || id || '/first' as letter_key, 'invitation' as template, true as to_distributor,
        invited_at as queued_at from people
    union all
    select people.*, case when stage = 'ACCEPTING' then 'accept-reminder/' || id || '/' || k || '/' || distributor_account
            else 'invitation-reminder/' || id || '/' || k end,
        case when stage = 'ACCEPTING' then 'accept-reminder' else 'invitation-reminder' end, true,
        invited_at + :reminderEvery::interval * k
    from people, generate_series(1, :reminders) k
    where stage in ('INVITED', 'ACCEPTING', 'EXPIRED') and invited_at + :reminderEvery::interval * k < :now::timestamptz
        and (stage <> 'ACCEPTING' or invited_at + :reminderEvery::interval * k > stage_since)
    union all
    select people.*, 'connect-reminder/' || id || '/' || k || '/' || distributor_account, 'connect-reminder', true,
        decided_at + :reminderEvery::interval * k
    from people, generate_series(1, :reminders) k
    where stage = 'CONNECTING' and not refused and decided_at + :reminderEvery::interval * k < :now::timestamptz
    union all
    select *, 'registration-accepted/' || registration_id, 'registration-accepted', true, registered_at
    from people where newcomer and followed
    union all
    select *, 'registration-rejected/' || registration_id, 'registration-rejected', true, stage_since
    from people where stage = 'REJECTED'
    union all
    select *, lower(stage) || '/' || id || '/supplier', lower(stage), false, stage_since
    from people where stage in ('DECLINED', 'EXPIRED', 'REJECTED')
    union all
    select *, 'revoked/' || id || '/invitee', 'revoked', true, stage_since from people where stage = 'REVOKED'
    union all
    select *, 'revoked-confirmation/' || id || '/supplier', 'revoked-confirmation', false, stage_since
    from people where stage = 'REVOKED'
    union all
    select *, 'connected/' || id || '/' || distributor_account, 'connected', true, stage_since
    from people where stage = 'CONNECTED'
    union all
    select *, 'connected/' || id || '/' || supplier_account, 'connected', false, stage_since
    from people where stage = 'CONNECTED'
), subjects as (
    select * from unnest(:templates::text[], :languages::text[], :subjects::text[]) texts (template, language, subject)
)
select id, letter_key, template, case when to_distributor then distributor_email else supplier_email end as recipient,
    -- Of a connection each side hears the other's name.
    format(subject, case when template = 'connected' and not to_distributor then distributor_name else supplier_name end,
        distributor_name) as subject,
    bounced and to_distributor as failed, queued_at,
    least(queued_at + make_interval(secs => 2 + pg_temp.draw(n, template, 40)), :now::timestamptz) as finished_at
from written join subjects using (template)
where language = case when to_distributor then distributor_language else 'ru' end;

insert into mail_delivery (id, letter_key, template, reference, recipient, subject, state, attempts, problem, last_error,
    queued_at, finished_at)
select md5('demo ' || letter_key)::uuid, letter_key, template, id, recipient, subject,
    case when failed then 'FAILED' else 'SENT' end, 1, case when failed then 'BAD_ADDRESS' end,
    case when failed then :bounce::text end, queued_at, finished_at
from letter;
