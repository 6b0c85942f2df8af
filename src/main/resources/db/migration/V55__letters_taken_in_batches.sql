-- Instances take letters from here, not by a durable task for each. Those that were queued by an earlier version have one, which
-- hands them over; it says nothing of the column, hence the default.
alter table mail_delivery
    add column taken_until timestamptz,
    add column by_task boolean not null default true;
comment on column mail_delivery.taken_until is 'Until then an instance is at it; it says so again while it is.';
comment on column mail_delivery.by_task is 'Whether a durable task of an earlier version sends it.';

create index mail_delivery_due on mail_delivery (next_attempt_at) where state = 'QUEUED' and not by_task;
