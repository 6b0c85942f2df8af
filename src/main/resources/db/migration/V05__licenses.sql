create table license (
    id              uuid primary key,
    number          varchar(40)  not null unique,
    activation_code varchar(40)  not null unique,
    distributor_id  uuid         not null references company,
    owner_id        uuid         not null references company,
    user_name       varchar(200),
    config_version  varchar(40),
    mdm_id          uuid,
    blocked         boolean      not null default false,
    created_at      timestamptz  not null
);
create index license_distributor on license (distributor_id, number);
create index license_owner on license (owner_id, distributor_id);

-- What a person asked for in one go: connect these licenses to this supplier.
create table connection_order (
    id             uuid primary key,
    version        bigint      not null,
    distributor_id uuid        not null references company,
    supplier_id    uuid        not null references company,
    state          varchar(10) not null check (state in ('PLACED', 'REFUSED', 'FINISHED')),
    placed_by      uuid        not null references account,
    placed_at      timestamptz not null,
    finished_at    timestamptz
);
create index connection_order_distributor on connection_order (distributor_id, placed_at desc);

create table connection_order_item (
    order_id   uuid        not null references connection_order,
    license_id uuid        not null references license,
    state      varchar(10) not null check (state in ('REQUESTED', 'CONNECTED', 'REFUSED', 'LEFT_OUT')),
    reason     varchar(40),
    primary key (order_id, license_id)
);
create index connection_order_item_license on connection_order_item (license_id);

-- A license in a supplier's service. Visible to the supplier's system once published.
create table connection (
    license_id   uuid        not null references license,
    supplier_id  uuid        not null references company,
    order_id     uuid        not null references connection_order,
    connected_at timestamptz not null,
    published_at timestamptz,
    primary key (license_id, supplier_id)
);
create index connection_supplier on connection (supplier_id, license_id);
