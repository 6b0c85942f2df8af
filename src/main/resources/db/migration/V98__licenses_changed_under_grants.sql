-- Under which grant each license was changed: an order can begin under one grant and end under another, and what belongs to its
-- supplier needs none. Of older orders the last grant is known alone, and owners as they are today.
alter table connection_order_item add column grant_id uuid;
comment on column connection_order_item.grant_id is 'Under which grant it was changed; null if that needed none.';
update connection_order_item item set grant_id = placed.grant_id
    from connection_order placed, license
    where placed.id = item.order_id and placed.grant_id is not null and item.state = 'DONE'
        and license.id = item.license_id and license.owner_id <> placed.supplier_id;

-- Counted by each step, so that nobody counts rows for a grant that has been used for a million.
create table connection_order_grant (
    grant_id uuid not null,
    order_id uuid not null references connection_order,
    done     int  not null check (done > 0),
    primary key (grant_id, order_id)
);
comment on table connection_order_grant is 'How many licenses an order has changed under a grant.';
insert into connection_order_grant (grant_id, order_id, done)
select grant_id, order_id, count(*) from connection_order_item where grant_id is not null group by grant_id, order_id;
drop index connection_order_under_grant;
