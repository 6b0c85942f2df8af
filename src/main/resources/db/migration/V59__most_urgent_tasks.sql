-- The inbox by priority is read from an index, as it is in its other orders.
create index user_task_priority on user_task (priority desc, due_at, task_key) where state in ('OPEN', 'SUBMITTED');
