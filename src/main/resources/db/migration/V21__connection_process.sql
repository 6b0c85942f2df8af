-- Whether a process of its own carries the order out; else the one that has waited for it does, as an onboarding's.
alter table connection_order add column own_process boolean not null default false;
update connection_order set own_process = true
    where not exists (select from onboarding where onboarding.connection_order_id = connection_order.id);
