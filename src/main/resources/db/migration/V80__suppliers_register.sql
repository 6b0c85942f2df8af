-- Suppliers register by the road of distributors; whoever has asked so far is one of these.
alter table registration add kind varchar(11) not null default 'DISTRIBUTOR' check (kind in ('DISTRIBUTOR', 'SUPPLIER'));
alter table unconfirmed_request add kind varchar(11) not null default 'DISTRIBUTOR' check (kind in ('DISTRIBUTOR', 'SUPPLIER'));
