-- An order goes on when a license need not wait any longer, and ends once more: which end a list was compared after, and not only that
-- it was after one.
create or replace view connections_order as
    select o.id, o.state, o.own_process, o.supplier_id, s.name as supplier, o.distributor_id, d.name as distributor, p.code, o.finished_at
    from connection_order o
        left join partners_company s on s.id = o.supplier_id
        left join partners_company d on d.id = o.distributor_id
        left join partners_partnership p on p.supplier_id = o.supplier_id and p.distributor_id = o.distributor_id;
comment on view connections_order is 'Owner: connections. Orders to act on licenses, with the names of both companies; finished_at is the latest end.';

alter table reconciliation_order add column compared_end timestamptz;
comment on column reconciliation_order.compared_end is 'The order''s end that the list was compared after; null before the first one.';
update reconciliation_order begun set compared_end = placed.finished_at
from connection_order placed
where placed.id = begun.order_id and begun.compared and placed.state = 'FINISHED';
alter table reconciliation_order drop column compared;
