-- What a distributor allows a supplier to do with its licenses: the grant behind the switch on the supplier's card.
create table license_grant (
    id             uuid primary key,
    supplier_id    uuid        not null references company,
    distributor_id uuid        not null references company,
    acts           text[]      not null check (cardinality(acts) > 0 and acts <@ array['CONNECT', 'DISCONNECT', 'MOVE']),
    ends_at        timestamptz,
    reason         varchar(1000),
    -- Null where nobody knows any more who it was.
    given_by       uuid references account,
    given_at       timestamptz not null,
    -- How often it was changed since: names the letters about it.
    changes        int         not null default 0,
    last_used_at   timestamptz,
    -- Of the reminders before its end, by the days that are left: the last one that was sent, or was past when it was given.
    reminded_days  int,
    closed_at      timestamptz,
    closed_as      varchar(10) check (closed_as in ('WITHDRAWN', 'ENDED')),
    closed_by      uuid references account,
    check ((closed_at is null) = (closed_as is null)),
    check (closed_by is null or closed_as = 'WITHDRAWN')
);
create unique index license_grant_open on license_grant (supplier_id, distributor_id) where closed_at is null;
create index license_grant_ending on license_grant (ends_at) where closed_at is null and ends_at is not null;

-- A supplier asks a distributor for a grant; the process grant-request brings it the answer.
create table grant_request (
    id               uuid primary key,
    supplier_id      uuid        not null references company,
    distributor_id   uuid        not null references company,
    acts             text[]      not null check (cardinality(acts) > 0 and acts <@ array['CONNECT', 'DISCONNECT', 'MOVE']),
    ends_at          timestamptz,
    reason           varchar(1000),
    asked_by         uuid        not null references account,
    asked_at         timestamptz not null,
    state            varchar(10) not null check (state in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    -- Null also where it was done past the application, as in Tasklist.
    decided_by       uuid references account,
    decided_at       timestamptz,
    refusal          varchar(1000),
    process_ended_at timestamptz,
    check ((decided_at is null) = (state = 'OPEN'))
);
create unique index grant_request_open on grant_request (supplier_id, distributor_id) where state = 'OPEN';
create index grant_request_under_way on grant_request (id) where process_ended_at is null;

-- What the switch has allowed so far were all acts, without an end, where its story tells who turned it on. Ownership has set the flag
-- too, and nobody could take it back: there it is no grant. Owners manage what is theirs without one, the rest is the distributor's to allow.
insert into license_grant (id, supplier_id, distributor_id, acts, given_by, given_at)
select gen_random_uuid(), p.supplier_id, p.distributor_id, array['CONNECT', 'DISCONNECT', 'MOVE'], told.actor_id,
    told.happened_at
from partnership p
    join lateral (select a.actor_id, a.happened_at
        from activity a join onboarding o on o.id = a.onboarding_id
        where o.partnership_id = p.id and a.kind = 'DELEGATED'
        order by a.id desc limit 1) told on true
where p.delegated and not exists (select from license l
    where l.owner_id = p.supplier_id and l.distributor_id = p.distributor_id);

-- The flag goes, and with it the views that show it or are made of one that does.
drop view grants_delegation, connections_order, onboarding_line;
drop view partners_partnership;
alter table partnership drop column delegated;
create view partners_partnership as
    select id, supplier_id, distributor_id, code, established_at, invitee_name, invitee_email, invitee_tax_id, invitee_city
    from partnership;
comment on view partners_partnership is 'Owner: partners. Places in suppliers'' networks, of those invited too.';

create view connections_order as
    select o.id, o.state, o.own_process, o.supplier_id, s.name as supplier, o.distributor_id, d.name as distributor, p.code
    from connection_order o
        left join partners_company s on s.id = o.supplier_id
        left join partners_company d on d.id = o.distributor_id
        left join partners_partnership p on p.supplier_id = o.supplier_id and p.distributor_id = o.distributor_id;
comment on view connections_order is 'Owner: connections. Orders to connect licenses, with the names of both companies.';

create view onboarding_line as
    select o.id, o.partnership_id, o.supplier_id, o.distributor_id, o.connection_order_id, o.language, o.stage, o.stage_since,
        o.letter_state, o.reason, o.invited_by, o.invited_at, o.expires_at, o.process_ended_at, o.process_instance_key,
        p.code, s.name as supplier, coalesce(d.name, p.invitee_name) as distributor, p.invitee_email as email,
        coalesce(d.tax_id, p.invitee_tax_id) as tax_id, coalesce(d.city, p.invitee_city) as city, a.name as inviter
    from onboarding o
        left join partners_partnership p on p.id = o.partnership_id
        left join partners_company s on s.id = o.supplier_id
        left join partners_company d on d.id = o.distributor_id
        left join accounts_person a on a.id = o.invited_by;
comment on view onboarding_line is 'Owner: onboarding. Onboardings with the names, the code and the address that lists show.';

-- Whoever acts on licenses asks this one in the statement that acts: what has ended or was withdrawn is not there.
create view grants_grant as
    select id as grant_id, supplier_id, distributor_id, acts, given_at, ends_at
    from license_grant where closed_at is null and (ends_at is null or ends_at > now());
comment on view grants_grant is 'Owner: grants. The grants in force, by supplier and distributor: which acts, since when, until when.';

-- A row for any two companies: to be asked for by both, never for all.
create view grants_delegation as
    select s.id as supplier_id, d.id as distributor_id, g.id is not null as granted, coalesce(g.acts, '{}') as acts, g.ends_at,
        s.id <> d.id and exists (select from licenses_owner l where l.owner_id = s.id and l.distributor_id = d.id) as locked
    from partners_company s cross join partners_company d
        left join license_grant g on g.supplier_id = s.id and g.distributor_id = d.id
            and g.closed_at is null and (g.ends_at is null or g.ends_at > now());
comment on view grants_delegation is 'Owner: grants. Who may manage whose licenses: granted, or locked by ownership.';

create view grants_request as
    select r.id, s.name as supplier, d.name as distributor, p.code
    from grant_request r
        left join partners_company s on s.id = r.supplier_id
        left join partners_company d on d.id = r.distributor_id
        left join partners_partnership p on p.supplier_id = r.supplier_id and p.distributor_id = r.distributor_id;
comment on view grants_request is 'Owner: grants. What suppliers ask distributors for, with the names of both companies.';
