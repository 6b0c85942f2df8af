create extension if not exists pg_trgm;

-- Words by which a task is found: in lower case, with ё as е. Trigrams find parts of them.
alter table user_task add column search_text text not null default '';
-- When the group was written to because the task is overdue. Tasks that were overdue before there were such letters stay quiet.
alter table user_task add column overdue_told_at timestamptz;
update user_task set overdue_told_at = now() where due_at < now();

-- This collation knows Cyrillic letters whatever the locale of the database.
update user_task t set search_text = left(translate(lower(concat_ws(' ', t.subject, r.tax_id, r.contact_name, r.email,
        p.code) collate "pg_c_utf8"), 'ё', 'е'), 1000)
    from registration r
        left join onboarding o on o.id = r.onboarding_id
        left join partnership p on p.id = o.partnership_id
    where r.id = t.subject_id;
update user_task t set search_text = left(translate(lower(concat_ws(' ', t.subject, supplier.tax_id, p.code,
        p.invitee_name, distributor.name, distributor.tax_id) collate "pg_c_utf8"), 'ё', 'е'), 1000)
    from onboarding o
        join partnership p on p.id = o.partnership_id
        join company supplier on supplier.id = o.supplier_id
        left join company distributor on distributor.id = o.distributor_id
    where o.id = t.subject_id;
update user_task t set search_text = left(translate(lower(concat_ws(' ', t.subject, supplier.tax_id, p.code,
        distributor.name, distributor.tax_id) collate "pg_c_utf8"), 'ё', 'е'), 1000)
    from connection_order c
        join company supplier on supplier.id = c.supplier_id
        join company distributor on distributor.id = c.distributor_id
        left join partnership p on p.supplier_id = c.supplier_id and p.distributor_id = c.distributor_id
    where c.id = t.subject_id;
update user_task set search_text = translate(lower(subject collate "pg_c_utf8"), 'ё', 'е') where search_text = '';

create index user_task_search on user_task using gin (search_text gin_trgm_ops);
create index user_task_due on user_task (due_at, task_key) where state in ('OPEN', 'SUBMITTED');
create index user_task_created on user_task (created_at desc, task_key) where state in ('OPEN', 'SUBMITTED');
create index user_task_groups_done on user_task using gin (candidate_groups) where state in ('COMPLETED', 'CANCELED');
create index user_task_finished on user_task (finished_at desc, task_key desc) where state in ('COMPLETED', 'CANCELED');
create index user_task_untold on user_task (due_at) where state = 'OPEN' and overdue_told_at is null;

-- What people say about a task, and who handed it to whom. Append only.
create table task_note (
    id         bigint generated always as identity primary key,
    task_key   bigint      not null references user_task on update cascade,
    kind       varchar(12) not null check (kind in ('COMMENT', 'HANDED_OVER', 'TAKEN_OVER')),
    author     uuid        not null references account,
    -- Who got the task, or whom it was taken from.
    person     uuid references account,
    written_at timestamptz not null,
    text       varchar(2000) not null,
    check ((kind = 'COMMENT') = (person is null))
);
create index task_note_task on task_note (task_key, id);
