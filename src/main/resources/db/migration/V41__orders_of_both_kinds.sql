-- Orders connect and disconnect, are placed by either company or by the sales department, and one can undo another.
alter table connection_order
    add column kind        varchar(12) not null default 'CONNECT' check (kind in ('CONNECT', 'DISCONNECT')),
    add column acting_id   uuid references company,
    add column grant_id    uuid,
    add column reason      varchar(500),
    add column undoes      uuid references connection_order,
    add column done        int not null default 0,
    add column open        int not null default 0,
    add column left_out    int not null default 0;
comment on column connection_order.acting_id is 'The company for which it was placed; null for the operator.';
comment on column connection_order.grant_id is 'Under which grant, if it needed one.';
comment on column connection_order.open is 'Of its licenses: kept, as done and left_out, for lists.';
update connection_order set acting_id = distributor_id;
alter table connection_order alter column kind drop default;
create index connection_order_undoes on connection_order (undoes) where undoes is not null;
drop index connection_order_distributor;
create index connection_order_of_distributor on connection_order (distributor_id, placed_at desc, id);
create index connection_order_of_supplier on connection_order (supplier_id, placed_at desc, id);

-- What an order has done to a license is done, whichever kind it is; why it has not is a verdict.
alter table connection_order_item drop constraint connection_order_item_state_check;
alter table connection_order_item add column done_at timestamptz;
update connection_order_item item set state = 'DONE', done_at = coalesce(placed.finished_at, placed.placed_at)
    from connection_order placed where placed.id = item.order_id and item.state = 'CONNECTED';
update connection_order_item set reason = upper(reason) where reason is not null;
update connection_order o set done = i.done, open = i.open, left_out = i.left_out
    from (select order_id, count(*) filter (where state = 'DONE') as done,
            count(*) filter (where state in ('REQUESTED', 'REFUSED')) as open, count(*) filter (where state = 'LEFT_OUT') as left_out
        from connection_order_item group by order_id) i
    where i.order_id = o.id;
alter table connection_order_item add constraint connection_order_item_state_check
    check (state in ('REQUESTED', 'DONE', 'REFUSED', 'LEFT_OUT'));
create index connection_order_item_open on connection_order_item (license_id) where state in ('REQUESTED', 'REFUSED');
