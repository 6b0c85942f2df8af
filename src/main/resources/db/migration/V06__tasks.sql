-- Projection of Camunda's user tasks, written by the task listeners' workers.
create table user_task (
    task_key             bigint primary key,
    element_id           varchar(100) not null,
    process_id           varchar(100) not null,
    process_instance_key bigint       not null,
    subject_id           uuid         not null,
    subject              varchar(500) not null,
    candidate_groups     varchar(60)[] not null,
    assignee             uuid references account,
    -- A claim or release made here that the engine has not confirmed yet: until then it outweighs what listeners tell.
    claim_unconfirmed    boolean      not null default false,
    priority             int          not null,
    state                varchar(10)  not null check (state in ('OPEN', 'SUBMITTED', 'COMPLETED', 'CANCELED')),
    created_at           timestamptz  not null,
    due_at               timestamptz,
    submitted_by         uuid references account,
    submitted_at         timestamptz,
    finished_at          timestamptz,
    -- Key of the newest listener job that was projected. The engine's keys grow, so a job with a lower one comes late.
    last_job             bigint       not null
);
create index user_task_groups on user_task using gin (candidate_groups) where state in ('OPEN', 'SUBMITTED');
create index user_task_subject on user_task (subject_id, element_id);
