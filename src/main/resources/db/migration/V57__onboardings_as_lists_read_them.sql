-- Lists of onboardings read what they show and are sorted by where they find it, not from four tables for every row
-- (docs/decisions/027). It is kept by triggers in the transaction that changes it, whoever that is.
alter table onboarding
    add column code char(5), add column supplier_name varchar(200), add column distributor_name varchar(200),
    add column email varchar(254), add column city varchar(100);

-- By what an onboarding is searched, and what does not change with its steps. Apart from it, since the index of the words is the
-- dearest to write.
create table onboarding_text (
    onboarding_id    uuid primary key,
    supplier_id      uuid         not null,
    invited_at       timestamptz  not null,
    code             char(5)      not null,
    supplier_name    varchar(200) not null,
    distributor_name varchar(200) not null,
    city             varchar(100),
    words            text         not null
);

-- Each row is written anew once; indexes that V58 replaces need not follow.
drop index onboarding_latest, onboarding_supplier, onboarding_supplier_stage, onboarding_age, onboarding_partnership, onboarding_waiting;
update onboarding o
set code = place.code, supplier_name = supplier.name, distributor_name = coalesce(distributor.name, place.invitee_name),
    email = place.invitee_email, city = coalesce(distributor.city, place.invitee_city)
from onboarding old
    join partners_partnership place on place.id = old.partnership_id
    join partners_company supplier on supplier.id = old.supplier_id
    left join partners_company distributor on distributor.id = old.distributor_id
where old.id = o.id;
insert into onboarding_text
select o.id, o.supplier_id, o.invited_at, o.code, o.supplier_name, o.distributor_name, o.city,
    place.words || coalesce(E'\n' || distributor.words, '')
from onboarding o
    join partners_place_words place on place.partnership_id = o.partnership_id
    left join partners_company_words distributor on distributor.company_id = o.distributor_id;
alter table onboarding
    alter column code set not null, alter column supplier_name set not null, alter column distributor_name set not null,
    alter column email set not null;
-- The text is written before the onboarding's row.
alter table onboarding_text add foreign key (onboarding_id) references onboarding on delete cascade deferrable initially deferred;

-- What others keep is read as it is now, also by a statement that has waited for a lock. Rows are found by their keys whatever the
-- values are, so that no plan is made for each of them.
create function onboarding_describe() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
declare
    found_words text;
begin
    select place.code, supplier.name, coalesce(distributor.name, place.invitee_name), place.invitee_email,
        coalesce(distributor.city, place.invitee_city), place_words.words || coalesce(E'\n' || distributor_words.words, '')
    into new.code, new.supplier_name, new.distributor_name, new.email, new.city, found_words
    from partners_partnership place
        join partners_place_words place_words on place_words.partnership_id = place.id
        join partners_company supplier on supplier.id = new.supplier_id
        left join partners_company distributor on distributor.id = new.distributor_id
        left join partners_company_words distributor_words on distributor_words.company_id = new.distributor_id
    where place.id = new.partnership_id;
    insert into onboarding_text values (new.id, new.supplier_id, new.invited_at, new.code, new.supplier_name, new.distributor_name,
        new.city, found_words)
    on conflict (onboarding_id) do update set supplier_id = excluded.supplier_id, invited_at = excluded.invited_at,
        code = excluded.code, supplier_name = excluded.supplier_name, distributor_name = excluded.distributor_name,
        city = excluded.city, words = excluded.words;
    return new;
end
$$;
create trigger onboarding_described before insert on onboarding for each row execute function onboarding_describe();
-- Without a name it is to be described anew.
create trigger onboarding_described_anew before update on onboarding for each row
    when (new.distributor_name is null or new.distributor_id is distinct from old.distributor_id
        or new.partnership_id <> old.partnership_id or new.supplier_id <> old.supplier_id or new.invited_at <> old.invited_at)
    execute function onboarding_describe();

-- Whoever describes a place anew has locked it, and nobody gives it an onboarding meanwhile.
create function onboarding_follow_place() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    update onboarding set distributor_name = null where partnership_id = new.id;
    return null;
end
$$;
create trigger onboarding_follows_place after update on partnership for each row
    when ((old.code, old.invitee_name, old.invitee_email, old.invitee_tax_id, old.invitee_city)
        is distinct from (new.code, new.invitee_name, new.invitee_email, new.invitee_tax_id, new.invitee_city))
    execute function onboarding_follow_place();

-- That a company has another name is rare. Onboardings that are given to it at that moment would keep the old one, unless they wait.
create function onboarding_follow_company() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    lock table onboarding in share row exclusive mode;
    update onboarding set distributor_name = null where supplier_id = new.id or distributor_id = new.id;
    return null;
end
$$;
create trigger onboarding_follows_company after update on company for each row
    when ((old.name, old.tax_id, old.city) is distinct from (new.name, new.tax_id, new.city))
    execute function onboarding_follow_company();

-- How many have ended at which stage: kept, since they grow with everything that ever happened. Those under way are counted. A
-- number can have several rows: whoever finds one locked takes or adds another, so that nobody waits.
create table onboarding_tally (
    id          bigint generated always as identity primary key,
    supplier_id uuid        not null,
    stage       varchar(12) not null,
    onboardings bigint      not null
);
create index onboarding_tally_of on onboarding_tally (supplier_id, stage);
insert into onboarding_tally (supplier_id, stage, onboardings)
select supplier_id, stage, count(*) from onboarding
where stage not in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')
group by 1, 2;

create function onboarding_tally_add(supplier uuid, ended_at_stage varchar, number bigint) returns void language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    update onboarding_tally set onboardings = onboardings + number
    where id = (select id from onboarding_tally
        where supplier_id = supplier and stage = ended_at_stage limit 1 for update skip locked);
    if not found then
        insert into onboarding_tally (supplier_id, stage, onboardings) values (supplier, ended_at_stage, number);
    end if;
end
$$;
create function onboarding_tally_move() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    if old.stage not in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING') then
        perform onboarding_tally_add(old.supplier_id, old.stage, -1);
    end if;
    if new.stage not in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING') then
        perform onboarding_tally_add(new.supplier_id, new.stage, 1);
    end if;
    return null;
end
$$;
create trigger onboarding_tally_moved after update on onboarding for each row
    when ((old.stage, old.supplier_id) is distinct from (new.stage, new.supplier_id)
        and (old.stage not in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')
            or new.stage not in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')))
    execute function onboarding_tally_move();
create function onboarding_tally_keep() returns trigger language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    perform onboarding_tally_add(supplier_id, stage, case tg_op when 'INSERT' then 1 else -1 end * count(*)) from changed
    where stage not in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')
    group by supplier_id, stage;
    return null;
end
$$;
create trigger onboarding_tally_inserted after insert on onboarding referencing new table as changed
    for each statement execute function onboarding_tally_keep();
create trigger onboarding_tally_deleted after delete on onboarding referencing old table as changed
    for each statement execute function onboarding_tally_keep();
