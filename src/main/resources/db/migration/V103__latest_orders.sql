-- The operator's list of orders shows the latest of all companies.
create index connection_order_latest on connection_order (placed_at desc, id);
