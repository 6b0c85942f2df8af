-- A supplier compares the list of its own system with what is connected to it here. It is forgotten some time later.
create table reconciliation (
    id          uuid primary key,
    company_id  uuid        not null references company,
    begun_by    uuid        not null references account,
    begun_at    timestamptz not null,
    lines       int         not null,
    compared_at timestamptz
);
comment on column reconciliation.compared_at is 'The last time. Null while a large list is taken and not compared yet.';
create index reconciliation_company on reconciliation (company_id, begun_at desc, id);
create index reconciliation_begun on reconciliation (begun_at);

-- The list as it was read, up to a million rows of it: filled by COPY and never changed. Here and in the next table no key refers to
-- the first one: it would be looked up for every row.
create table reconciliation_line (
    reconciliation_id uuid        not null,
    line              int         not null,
    number            varchar(80) not null,
    activation_code   varchar(80) not null,
    code              varchar(80) not null,
    fault             varchar(60),
    fault_column      varchar(60),
    primary key (reconciliation_id, line)
);
comment on column reconciliation_line.fault is 'Message key: why the row cannot be used. The column''s name is its argument.';

-- What the comparison has found: for each line, and after these for each license that the list does not name.
create table reconciliation_row (
    reconciliation_id uuid        not null,
    place             int         not null,
    finding           varchar(20) not null,
    number            varchar(80) not null,
    license_id        uuid,
    other_id          uuid,
    distributor_id    uuid,
    primary key (reconciliation_id, place)
);
comment on column reconciliation_row.other_id is 'Where number and activation code are those of two licenses: the second one.';
create index reconciliation_row_finding on reconciliation_row (reconciliation_id, finding, place);

-- Orders that were placed from there. Once one is finished, the list is compared anew.
create table reconciliation_order (
    reconciliation_id uuid    not null references reconciliation,
    order_id          uuid    not null references connection_order,
    compared          boolean not null default false,
    primary key (reconciliation_id, order_id)
);
