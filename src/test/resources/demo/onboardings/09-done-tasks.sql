-- Tasks of an engine that is gone have negative keys, which no engine gives out.
insert into user_task (task_key, element_id, process_id, process_instance_key, subject_id, subject, candidate_groups,
    priority, state, created_at, due_at, submitted_by, submitted_at, finished_at, last_job)
with tasks as (
    select 'Task_RegisterDistributor' as element, 'distributor-registration' as process, registration_id as subject_id,
        base_company.name || ' · ' || base_company.tax_id as subject, 'sales' as candidates, followed_at as at,
        :registrationDue::interval as due, :sales::uuid as person, registered_at as done_at
    from plan join base_company using (base) where newcomer and stage <> 'REGISTERING'
    union all
    select 'Task_AcceptInvitation', 'distributor-onboarding', plan.id, company.name || ' · ' || code, 'company-' || plan.distributor_id,
        case when newcomer then registered_at else followed_at end, :validity::interval, distributor_account, decided_at
    from plan join company on company.id = plan.supplier_id join partnership on partnership.id = place_id
    where stage in ('CONNECTED', 'DECLINED')
    union all
    select 'Task_ConnectLicenses', 'distributor-onboarding', plan.id, company.name || ' · ' || code, 'company-' || plan.distributor_id,
        decided_at, :connectDue::interval, distributor_account, stage_since
    from plan join company on company.id = plan.supplier_id join partnership on partnership.id = place_id
    where stage = 'CONNECTED'
)
select -nextval('retired_task_key'), element, process, 0, subject_id, subject, array[candidates], 50, 'COMPLETED', at, at + due,
    person, done_at, done_at, 0
from tasks order by at;
