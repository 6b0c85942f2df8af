-- What process managers asked to be tried again. One row for each incident: the engine gives a new one to a step that
-- fails once more.
create table step_retry (
    incident_key         bigint primary key,
    job_key              bigint,
    element_instance_key bigint       not null,
    process_instance_key bigint       not null,
    element_id           varchar(200) not null,
    failed_since         timestamptz  not null,
    requested_by         uuid         not null references account,
    requested_at         timestamptz  not null,
    -- When the engine took the command.
    taken_at             timestamptz,
    outcome              varchar(10) check (outcome in ('WENT_ON', 'FAILED')),
    finished_at          timestamptz,
    check ((outcome is null) = (finished_at is null))
);
create index step_retry_element on step_retry (element_instance_key);
create index step_retry_unfinished on step_retry (job_key) where outcome is null;
create index step_retry_requested on step_retry (requested_by, finished_at);

-- The figures of the process managers' page.
create index onboarding_process_under_way on onboarding (id) where process_ended_at is null;
create index connection_order_unfinished on connection_order (id) where state <> 'FINISHED';
create index user_task_open_due on user_task (due_at, task_key) where state = 'OPEN';
create index registration_under_way on registration (id)
    where onboarding_id is null and state in ('REQUESTED', 'APPROVED');
create index mail_delivery_not_sent on mail_delivery (queued_at desc, id) where state <> 'SENT';

-- The order in which a distributor sees its devices.
create index license_devices on license (distributor_id, lower(user_name), number);
