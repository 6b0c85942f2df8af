-- An order that could not go on with what waited in it stands here by itself, until it is tried again: it holds up no other.
alter table connection_cause_gone
    add column order_id   uuid unique references connection_order on delete cascade,
    add column not_before timestamptz not null default now();
comment on column connection_cause_gone.order_id is 'Which could not go on, whatever the cause was.';
