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
    priority             int          not null,
    state                varchar(10)  not null check (state in ('OPEN', 'SUBMITTED', 'COMPLETED', 'CANCELED')),
    created_at           timestamptz  not null,
    due_at               timestamptz,
    submitted_by         uuid references account,
    submitted_at         timestamptz,
    finished_at          timestamptz
);
create index user_task_groups on user_task using gin (candidate_groups) where state = 'OPEN';
create index user_task_subject on user_task (subject_id, element_id);
